package io.productionguardian.promql.eval;

import com.google.common.collect.ImmutableSortedMap;
import java.util.NavigableMap;

/**
 * A value with its labels.
 *
 * @param labels none of them empty
 */
record Sample(NavigableMap<String, String> labels, double value) {

  Sample {
    labels = ImmutableSortedMap.copyOfSorted(labels);
  }

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
