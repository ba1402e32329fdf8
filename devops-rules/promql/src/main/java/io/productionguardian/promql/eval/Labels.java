package io.productionguardian.promql.eval;

import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Maps;
import java.util.Collection;
import java.util.Set;

/** Makes sets of labels from others. */
final class Labels {

  private Labels() {}

  static ImmutableSortedMap<String, String> without(
      ImmutableSortedMap<String, String> labels, String... names) {
    return without(labels, Set.of(names));
  }

  static ImmutableSortedMap<String, String> without(
      ImmutableSortedMap<String, String> labels, Collection<String> names) {
    return ImmutableSortedMap.copyOf(Maps.filterKeys(labels, name -> !names.contains(name)));
  }

  static ImmutableSortedMap<String, String> only(
      ImmutableSortedMap<String, String> labels, Collection<String> names) {
    return ImmutableSortedMap.copyOf(Maps.filterKeys(labels, names::contains));
  }
}
