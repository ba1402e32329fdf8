package io.productionguardian.promql.eval;

import com.google.common.collect.ImmutableSortedMap;

/**
 * A value with its labels.
 *
 * @param labels none of them empty
 */
record Sample(ImmutableSortedMap<String, String> labels, double value) {

  static final String NAME = "__name__";

  String label(String name) {
    return labels.getOrDefault(name, "");
  }

  Sample with(double other) {
    return new Sample(labels, other);
  }

  Sample unnamed(double other) {
    return new Sample(Labels.without(labels, NAME), other);
  }
}
