package io.productionguardian.document;

import org.apiguardian.api.API;

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
