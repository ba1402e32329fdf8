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

  private static final int DEEPEST = 6;

  /** The records of a file: each of its documents, and each item of a list, however wrapped. */
  static Stream<Node> in(Document document) {
    return document.roots().stream().flatMap(root -> records(root, DEEPEST));
  }

  /** What is no record itself but has one member or a list of them is taken for its wrapper. */
  private static Stream<Node> records(Node node, int deeper) {
    if (deeper > 0 && node.isList()) {
      return node.items().stream().flatMap(item -> records(item, deeper - 1));
    }
    boolean wraps =
        node.members().size() == 1
            && node.members().values().stream()
                .allMatch(
                    value ->
                        value.isList()
                            ? value.items().stream().anyMatch(it -> it.isObject() || it.isList())
                            : value.isObject());
    return deeper > 0 && wraps
        ? node.members().values().stream().flatMap(inner -> records(inner, deeper - 1))
        : Stream.of(node);
  }

  /** A member by its name as plain words, whatever its case and the signs between the words. */
  static Optional<Node> member(Node node, String name) {
    return node.members().entrySet().stream()
        .filter(member -> PlainWord.of(member.getKey()).equals(name))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
