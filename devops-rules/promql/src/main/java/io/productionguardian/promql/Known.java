package io.productionguardian.promql;

import java.util.OptionalDouble;

/**
 * What is known of an expression's samples before anything is measured.
 *
 * <p>A scalar is one sample without labels, as it is to an alert.
 *
 * @param samples how many there are
 * @param value of the only sample, where it is known
 */
record Known(Samples samples, OptionalDouble value) {

  static final Known NOTHING = new Known(Samples.UNKNOWN, OptionalDouble.empty());
  static final Known NONE = new Known(Samples.NONE, OptionalDouble.empty());
  static final Known ONE = new Known(Samples.ONE, OptionalDouble.empty());
  static final Known SOME = new Known(Samples.SOME, OptionalDouble.empty());

  /** How many samples there are. */
  enum Samples {
    NONE,
    /** Exactly one, and it has no labels. */
    ONE,
    /** At least one. */
    SOME,
    UNKNOWN
  }

  static Known constant(double value) {
    return new Known(Samples.ONE, OptionalDouble.of(value));
  }

  boolean isNone() {
    return samples == Samples.NONE;
  }

  boolean isAtLeastOne() {
    return samples == Samples.ONE || samples == Samples.SOME;
  }

  /** The same samples, each changed in a way that is not followed. */
  Known changed() {
    return new Known(samples, OptionalDouble.empty());
  }

  /** The same samples, with labels. */
  Known labelled() {
    return isAtLeastOne() ? SOME : changed();
  }

  Known negated() {
    return value.isPresent() ? constant(-value.getAsDouble()) : this;
  }

  /** Each sample of a vector together with a scalar. */
  Known withScalar(Known scalar, OptionalDouble result) {
    return samples == Samples.ONE && scalar.value().isPresent()
        ? new Known(samples, result)
        : changed();
  }

  /** What two vectors have where their labels agree. */
  Known matched(Known other, OptionalDouble result) {
    if (isNone() || other.isNone()) {
      return NONE;
    }
    return samples == Samples.ONE && other.samples == Samples.ONE
        ? new Known(Samples.ONE, result)
        : NOTHING;
  }

  Known or(Known other) {
    if (isNone()) {
      return other;
    }
    if (other.isNone() || (samples == Samples.ONE && other.samples == Samples.ONE)) {
      return this;
    }
    return isAtLeastOne() || other.isAtLeastOne() ? SOME : NOTHING;
  }

  Known and(Known other) {
    return matched(other, value);
  }

  Known unless(Known other) {
    if (isNone() || other.isNone()) {
      return this;
    }
    return samples == Samples.ONE && other.samples == Samples.ONE ? NONE : NOTHING;
  }
}
