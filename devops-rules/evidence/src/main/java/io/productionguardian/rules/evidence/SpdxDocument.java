package io.productionguardian.rules.evidence;

import io.productionguardian.document.Document;
import io.productionguardian.dossier.Evidence;
import io.productionguardian.dossier.EvidenceSource;
import io.productionguardian.dossier.Reported.Seen;
import java.util.List;

/** SPDX's JSON: a bill of materials, which is known and shows no vulnerability. */
public final class SpdxDocument implements EvidenceSource {

  /** Creates the source. */
  public SpdxDocument() {}

  @Override
  public List<Evidence> read(Document document) {
    return document
        .root()
        .filter(root -> root.get("spdxVersion").isPresent() && root.get("SPDXID").isPresent())
        .<Evidence>map(root -> new Seen(root, "SPDX"))
        .stream()
        .toList();
  }
}
