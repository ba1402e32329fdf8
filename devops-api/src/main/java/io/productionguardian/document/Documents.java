package io.productionguardian.document;

import com.google.common.collect.ImmutableList;
import io.productionguardian.document.Document.Limits;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * Reads files of the formats that agents write.
 *
 * @since 0.1.0
 */
@API(status = API.Status.STABLE, since = "0.1.0")
public final class Documents {

  /** The formats that are read into trees. */
  public enum Format {
    JSON,
    JSON_LINES,
    YAML,
    XML;

    /** The format that a file's name promises, if it is one of these. */
    public static Optional<Format> of(String file) {
      String name = file.substring(file.lastIndexOf('/') + 1);
      String ending = name.substring(name.lastIndexOf('.') + 1);
      return switch (ending) {
        case "json", "sarif" -> Optional.of(JSON);
        case "jsonl" -> Optional.of(JSON_LINES);
        case "yaml", "yml" -> Optional.of(YAML);
        case "xml" -> Optional.of(XML);
        default -> Optional.empty();
      };
    }
  }

  private Documents() {}

  /** Reads a file's bytes; never fails, whatever they are. */
  public static Document read(String file, byte[] bytes, Format format, Limits limits) {
    long most = format == Format.YAML ? limits.yamlBytes() : Long.MAX_VALUE;
    TreeBuilder tree = new TreeBuilder(file, limits);
    if (bytes.length > most) {
      tree.fault(Fault.Kind.LIMIT, 1, 1, "larger than " + most + " bytes");
      return tree.build();
    }
    Utf8 decoded = Utf8.decode(file, bytes, format != Format.JSON_LINES);
    decoded
        .faults()
        .forEach(f -> tree.fault(f.kind(), f.place().line(), f.place().column(), f.message()));
    if (decoded.broken()) {
      return tree.build();
    }
    if (decoded.text().isBlank()) {
      if (format != Format.JSON_LINES) {
        tree.fault(Fault.Kind.EMPTY, 1, 1, "is empty");
      }
      return tree.build();
    }
    switch (format) {
      case JSON -> JsonReader.read(decoded.text(), tree);
      case JSON_LINES -> JsonReader.readLines(decoded.text(), tree);
      case YAML -> YamlReader.read(decoded.text(), tree, limits);
      case XML -> XmlReader.read(decoded.text(), tree);
    }
    if (format == Format.YAML && tree.isEmpty()) {
      tree.fault(Fault.Kind.EMPTY, 1, 1, "has nothing but comments");
    }
    return tree.build();
  }

  /** A file that could not be read at all. */
  public static Document unread(Fault fault) {
    return new Document(fault.place().file(), ImmutableList.of(), ImmutableList.of(fault));
  }
}
