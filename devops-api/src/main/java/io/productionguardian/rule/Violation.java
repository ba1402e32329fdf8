package io.productionguardian.rule;

import io.productionguardian.document.SourceLocation;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * Something that a rule found.
 *
 * @param place where it stands, or where it should
 * @param message what is wrong there, one sentence
 * @param remedy the smallest change that takes it away
 * @since 0.1.0
 */
@API(status = API.Status.STABLE, since = "0.1.0")
public record Violation(SourceLocation place, String message, Optional<Remedy> remedy) {

  /** Something that is wrong at a place. */
  public static Violation at(SourceLocation place, String message) {
    return new Violation(place, message, Optional.empty());
  }

  /** The same, with the smallest change that takes it away. */
  public Violation remedy(Remedy value) {
    return new Violation(place, message, Optional.of(value));
  }
}
