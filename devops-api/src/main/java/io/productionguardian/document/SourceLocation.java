package io.productionguardian.document;

import java.util.Comparator;
import org.apiguardian.api.API;

/**
 * Where something stands.
 *
 * @param file path below the epic folder or the repository's root, with {@code /}
 * @param pointer JSON pointer (RFC 6901) within the document or log entry; empty for its root
 * @param line from 1
 * @param column from 1, in UTF-16 code units; a value's own start, for an object or a list that is
 *     a member the start of its name
 * @since 0.1.0
 */
@API(status = API.Status.STABLE, since = "0.1.0")
public record SourceLocation(String file, String pointer, int line, int column)
    implements Comparable<SourceLocation> {

  private static final Comparator<SourceLocation> ORDER =
      Comparator.comparing(SourceLocation::file)
          .thenComparingInt(SourceLocation::line)
          .thenComparingInt(SourceLocation::column)
          .thenComparing(SourceLocation::pointer);

  /** The whole file. */
  public static SourceLocation of(String file) {
    return at(file, 1, 1);
  }

  /** A place in a file that has no structure there. */
  public static SourceLocation at(String file, int line, int column) {
    return new SourceLocation(file, "", line, column);
  }

  @Override
  public int compareTo(SourceLocation other) {
    return ORDER.compare(this, other);
  }

  /** What a record has of itself is linked at run time, which takes a short command 10 ms. */
  @Override
  public int hashCode() {
    return 31 * (31 * (31 * file.hashCode() + pointer.hashCode()) + line) + column;
  }

  /** {@code file:line:column}. */
  @Override
  public String toString() {
    return file + ":" + line + ":" + column;
  }
}
