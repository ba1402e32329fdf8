package io.productionguardian.dossier;

import io.productionguardian.document.Place;
import java.util.Optional;

/**
 * Something about a place that was noticed while reading.
 *
 * @param place where
 * @param message what, one line
 * @param example what could stand there instead, if that is one value
 * @since 0.1.0
 */
public record Remark(Place place, String message, Optional<Placeholder> example) {

  /** Something that was noticed, without an example of what could stand there instead. */
  public Remark(Place place, String message) {
    this(place, message, Optional.empty());
  }
}
