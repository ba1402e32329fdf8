package io.productionguardian.document;

import io.productionguardian.document.Document.Fault;
import io.productionguardian.document.Document.Limits;
import java.nio.charset.StandardCharsets;

/** Short ways to read a text in tests. */
final class Read {

  private Read() {}

  static Document json(String text) {
    return bytes(Document.Format.JSON, text.getBytes(StandardCharsets.UTF_8));
  }

  static Document yaml(String text) {
    return bytes(Document.Format.YAML, text.getBytes(StandardCharsets.UTF_8));
  }

  static Document xml(String text) {
    return bytes(Document.Format.XML, text.getBytes(StandardCharsets.UTF_8));
  }

  static Document lines(String text) {
    return bytes(Document.Format.JSON_LINES, text.getBytes(StandardCharsets.UTF_8));
  }

  static Document bytes(Document.Format format, byte[] bytes) {
    return Document.read("f", bytes, format, Limits.STANDARD);
  }

  /** Limits with a small depth, number of values and size of YAML. */
  static Limits limits(int depth, int nodes, int yamlBytes, int aliases) {
    Limits s = Limits.STANDARD;
    return new Limits(
        s.fileBytes(), yamlBytes, s.logBytes(), s.totalBytes(), s.files(), depth, nodes, aliases);
  }

  static Document within(Limits limits, Document.Format format, String text) {
    return Document.read("f", text.getBytes(StandardCharsets.UTF_8), format, limits);
  }

  static String at(Node root, String pointer) {
    SourceLocation place = root.nearest(pointer).place();
    return place.pointer() + " " + place.line() + ":" + place.column();
  }

  /** A fault as {@code KIND line:column}. */
  static String brief(Fault fault) {
    return fault.kind() + " " + fault.place().line() + ":" + fault.place().column();
  }
}
