package com.example.gate;

import io.productionguardian.document.Document;
import io.productionguardian.document.Node;
import io.productionguardian.dossier.Evidence;
import io.productionguardian.dossier.EvidenceSource;
import java.util.List;
import java.util.Optional;

// snippet: source
/** Reads the reports of our load tests. */
public final class LoadTestReport implements EvidenceSource {

  @Override
  public List<Evidence> read(Document document) {
    Optional<Node> root = document.root().filter(it -> it.get("load_test").isPresent());
    return root.flatMap(it -> it.find("load_test", "requests_per_second"))
        .flatMap(Node::integer)
        .<Evidence>map(rate -> new LoadTest(root.orElseThrow(), rate))
        .stream()
        .toList();
  }
}
// end
