package io.productionguardian.dossier;

import io.productionguardian.document.Node;
import io.productionguardian.document.SourceLocation;
import io.productionguardian.model.Placeholder;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * Something that a file says, and where.
 *
 * @param value what it says
 * @param node where it says so
 * @since 0.1.0
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record Sourced<T>(T value, Node node) {

  /** Where it stands. */
  public SourceLocation place() {
    return node.place();
  }

  /** Where that member of it stands, or the whole when it has no such member. */
  public SourceLocation place(String member) {
    return node.place(member);
  }

  /**
   * A value that no file states and that is used all the same.
   *
   * @param member what it is for, as a path such as {@code health_checks.readiness.timeout_seconds}
   * @param value what is used
   * @param reason why this value
   * @since 0.1.0
   */
  public record AppliedDefault(String member, String value, String reason) {}

  /**
   * Something about a place that was noticed while reading.
   *
   * @param place where
   * @param message what, one line
   * @param example what could stand there instead, if that is one value
   * @since 0.1.0
   */
  public record Note(SourceLocation place, String message, Optional<Placeholder> example) {

    /** Something that was noticed, without an example of what could stand there instead. */
    public Note(SourceLocation place, String message) {
      this(place, message, Optional.empty());
    }
  }
}
