package io.productionguardian.rules.evidence;

import io.productionguardian.document.Node;
import java.util.Optional;
import java.util.stream.Stream;

/** Elements of XML, as {@link io.productionguardian.document.Document} reads them. */
final class XmlElements {

  private XmlElements() {}

  static boolean is(Node element, String name) {
    return ReportMembers.text(element, "name").equals(name)
        && ReportMembers.isList(element, "children");
  }

  static Stream<Node> children(Node element, String name) {
    return ReportMembers.items(element, "children")
        .filter(child -> ReportMembers.text(child, "name").equals(name));
  }

  static Optional<Node> child(Node element, String name) {
    return children(element, name).findFirst();
  }

  /** All below, in the file's order. */
  static Stream<Node> descendants(Node element, String name) {
    return ReportMembers.items(element, "children")
        .flatMap(
            child ->
                Stream.concat(
                    Stream.of(child).filter(it -> ReportMembers.text(it, "name").equals(name)),
                    descendants(child, name)));
  }

  /** The text of a child. */
  static Optional<String> text(Node element, String child) {
    return child(element, child).flatMap(it -> ReportMembers.word(it, "text"));
  }

  static Optional<String> attribute(Node element, String name) {
    return ReportMembers.word(element, "attributes", name);
  }

  /** A count; 0 where none is stated. */
  static int count(Node element, String attribute) {
    return attribute(element, attribute)
        .filter(count -> count.matches("[0-9]{1,9}"))
        .map(Integer::valueOf)
        .orElse(0);
  }
}
