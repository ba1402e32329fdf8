package io.productionguardian.rules.evidence;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.productionguardian.document.Node;
import io.productionguardian.dossier.Sourced;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Members of deploy files as facts. */
final class ReportMembers {

  private ReportMembers() {}

  /** A text, number or truth value as it is written. */
  static Optional<Sourced<String>> scalar(Node in, String... path) {
    return in.find(path).flatMap(ReportMembers::scalar);
  }

  static Optional<Sourced<String>> scalar(Node node) {
    return node.scalar().map(text -> new Sourced<>(text, node));
  }

  static Optional<Sourced<Integer>> integer(Node in, String... path) {
    return in.find(path).flatMap(ReportMembers::integer);
  }

  static Optional<Sourced<Integer>> integer(Node node) {
    return node.integer().map(value -> new Sourced<>(value, node));
  }

  static String text(Node in, String... path) {
    return in.find(path).flatMap(Node::scalar).orElse("");
  }

  /** A text that is not blank, without white space around it. */
  static Optional<String> word(Node in, String... path) {
    return in.find(path).flatMap(Node::scalar).map(String::strip).filter(word -> !word.isEmpty());
  }

  /** A list, an empty one too. */
  static boolean isList(Node in, String member) {
    return in.get(member).filter(Node::isList).isPresent();
  }

  static Stream<Node> items(Node in, String... path) {
    return in.find(path).map(Node::items).orElse(List.of()).stream();
  }

  /** The single values among the members of an object. */
  static Map<String, Sourced<String>> scalars(Optional<Node> object) {
    ImmutableMap.Builder<String, Sourced<String>> values = ImmutableMap.builder();
    object.ifPresent(
        node ->
            node.members()
                .forEach((name, value) -> scalar(value).ifPresent(fact -> values.put(name, fact))));
    return values.buildOrThrow();
  }

  /** The texts of a list, or the one that stands where a list could. */
  static List<String> words(Node list) {
    return list.items().stream()
        .flatMap(item -> item.scalar().stream())
        .collect(ImmutableList.toImmutableList());
  }
}
