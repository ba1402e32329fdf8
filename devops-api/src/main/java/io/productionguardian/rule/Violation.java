package io.productionguardian.rule;

import io.productionguardian.document.Place;

/**
 * Something that a rule found.
 *
 * @param place where it stands, or where it should
 * @param message what is wrong there, one sentence
 * @since 0.1.0
 */
public record Violation(Place place, String message) {

  /** Something that is wrong at a place. */
  public static Violation at(Place place, String message) {
    return new Violation(place, message);
  }
}
