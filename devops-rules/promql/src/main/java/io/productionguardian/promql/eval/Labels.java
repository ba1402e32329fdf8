package io.productionguardian.promql.eval;

import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Maps;
import java.util.Collection;
import java.util.NavigableMap;
import java.util.Set;

/** Makes sets of labels from others. */
final class Labels {

  private Labels() {}

  static NavigableMap<String, String> without(
      NavigableMap<String, String> labels, String... names) {
    return without(labels, Set.of(names));
  }

  static NavigableMap<String, String> without(
      NavigableMap<String, String> labels, Collection<String> names) {
    return ImmutableSortedMap.copyOf(Maps.filterKeys(labels, name -> !names.contains(name)));
  }

  static NavigableMap<String, String> only(
      NavigableMap<String, String> labels, Collection<String> names) {
    return ImmutableSortedMap.copyOf(Maps.filterKeys(labels, names::contains));
  }
}
