package io.productionguardian.document;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apiguardian.api.API;

/**
 * What could be read of a file.
 *
 * @param file path below the epic folder or the repository's root
 * @param roots the documents of a YAML stream, the entries of a JSON Lines file, or the one value
 *     of a JSON file; one that could be read only in part is not {@link Node#complete()}
 * @param faults what could not be read as it stands, in the file's order
 * @since 0.1.0
 */
@API(status = API.Status.STABLE, since = "0.1.0")
public record Document(String file, List<Node> roots, List<Fault> faults) {

  /** Keeps copies. */
  public Document {
    roots = ImmutableList.copyOf(roots);
    faults = ImmutableList.copyOf(faults);
  }

  /** Reads a file's bytes; never fails, whatever they are. */
  public static Document read(String file, byte[] bytes, Format format, Limits limits) {
    long most = format == Format.YAML ? limits.yamlBytes() : Long.MAX_VALUE;
    TreeBuilder tree = new TreeBuilder(file, limits);
    if (bytes.length > most) {
      tree.fault(Fault.Kind.LIMIT, 1, 1, "larger than " + most + " bytes");
      return tree.build();
    }
    Utf8 decoded =
        Utf8.decode(
            file,
            format == Format.XML ? DeclaredEncoding.toUtf8(bytes) : bytes,
            format != Format.JSON_LINES);
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

  /** The first document, which for most files is the only one. */
  public Optional<Node> root() {
    return roots.stream().findFirst();
  }

  /** Whether nothing of the file is unknown. */
  public boolean complete() {
    return faults.stream().noneMatch(fault -> fault.kind().losesContent());
  }

  /**
   * How much is read before reading stops, so that no input can exhaust time or memory.
   *
   * @param fileBytes size of a file, bytes
   * @param yamlBytes size of a YAML file, bytes; smaller since a long scalar is slow to scan
   * @param logBytes size of the decision log, bytes
   * @param totalBytes size of all files together, bytes
   * @param files number of files below the epic folder
   * @param depth objects and lists within one another
   * @param nodes objects, lists and values of one file
   * @param aliases YAML aliases in one file
   * @since 0.1.0
   */
  public record Limits(
      long fileBytes,
      long yamlBytes,
      long logBytes,
      long totalBytes,
      int files,
      int depth,
      int nodes,
      int aliases) {

    /** Far above any real epic, far below what hurts. */
    public static final Limits STANDARD =
        new Limits(16L << 20, 4L << 20, 128L << 20, 512L << 20, 20_000, 100, 4_000_000, 10_000);
  }

  /**
   * Something in a file that could not be read as it stands.
   *
   * @param place where it begins
   * @param kind what kind of fault it is
   * @param message what is wrong, one line without control characters
   * @since 0.1.0
   */
  @API(status = API.Status.STABLE, since = "0.1.0")
  public record Fault(SourceLocation place, Kind kind, String message) {

    /** The kinds of faults. */
    public enum Kind {
      /** Not of the format; what follows is lost. */
      UNPARSABLE(true),
      /** No reader knows what it is. */
      UNREAD(true),
      /** Not UTF-8. */
      ENCODING(true),
      /** Over a limit of size, depth or number. */
      LIMIT(true),
      /** Nothing in it. */
      EMPTY(true),
      /** Not a regular file within the epic folder, or not readable. */
      NOT_A_FILE(true),
      /** A reader of evidence failed on it. */
      READER_FAILED(true),
      /** A member's name stands twice; the first is kept. */
      DUPLICATE_KEY(true),
      /** A merge-conflict marker. */
      CONFLICT_MARKER(false),
      /** A byte order mark. */
      BYTE_ORDER_MARK(false),
      /** Not as the published schema says. */
      SCHEMA(false),
      /** An empty line in a file of one object a line. */
      BLANK_LINE(false),
      /** An object over several lines, or several on one, in a file of one object a line. */
      ODD_LINE(false);

      private final boolean losesContent;

      Kind(boolean losesContent) {
        this.losesContent = losesContent;
      }

      /** Whether part of the file is unknown because of it. */
      public boolean losesContent() {
        return losesContent;
      }
    }
  }

  /** The formats that are read into trees. */
  public enum Format {
    JSON,
    JSON_LINES,
    YAML,
    XML;

    /** As much as tells what a text is. */
    private static final int HEAD = 4_096;

    private static final Pattern JSON_START =
        Pattern.compile("\\s*+(?:\\{\\s*+[\"}]|\\[\\s*+[\\[{\"\\]0-9])");

    private static final Pattern XML_START =
        Pattern.compile("\\s*+<(?:[A-Za-z][\\w.:-]*+[\\s/>]|\\?xml|!--)");

    /** The format that a file's name promises, in any case of letters, if it is one of these. */
    public static Optional<Format> of(String file) {
      String name = file.substring(file.lastIndexOf('/') + 1);
      String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
      return switch (ending) {
        case "json", "sarif" -> Optional.of(JSON);
        case "jsonl" -> Optional.of(JSON_LINES);
        case "yaml", "yml" -> Optional.of(YAML);
        case "xml", "trx" -> Optional.of(XML);
        default -> Optional.empty();
      };
    }

    /** The format that a file's name promises, or else the one that its content begins like. */
    public static Optional<Format> of(SourceFile file) {
      return of(file.path()).or(() -> like(file.head(HEAD)));
    }

    private static Optional<Format> like(String head) {
      String text = head.startsWith("\uFEFF") ? head.substring(1) : head;
      if (JSON_START.matcher(text).lookingAt()) {
        return Optional.of(JSON_LINES); // which reads one value as well as several
      }
      return XML_START.matcher(text).lookingAt() ? Optional.of(XML) : Optional.empty();
    }
  }
}
