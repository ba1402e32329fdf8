package io.productionguardian.dossier;

import io.productionguardian.document.Document;
import io.productionguardian.document.Node;
import io.productionguardian.text.PlainWord;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Messages and log entries as agents write them: one or several in a file, members in any case. */
final class AgentRecords {

  private AgentRecords() {}

  /** The records of a file: each of its documents, and each item of a list. */
  static Stream<Node> in(Document document) {
    return document.roots().stream()
        .flatMap(root -> root.isList() ? root.items().stream() : Stream.of(root));
  }

  /** A member by its name as plain words, whatever its case and the signs between the words. */
  static Optional<Node> member(Node node, String name) {
    return node.members().entrySet().stream()
        .filter(member -> PlainWord.of(member.getKey()).equals(name))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
