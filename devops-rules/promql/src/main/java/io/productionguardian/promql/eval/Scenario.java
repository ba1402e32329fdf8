package io.productionguardian.promql.eval;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;

/**
 * Series, and what fires with them.
 *
 * @param interval the time between two samples, seconds
 * @param time when it is looked at, seconds
 * @param alerts what fires then, by its labels
 */
public record Scenario(
    int interval,
    ImmutableList<Series> series,
    long time,
    ImmutableMap<ImmutableSortedMap<String, String>, Condition> alerts) {

  /** The time between two evaluations of all rules, seconds. */
  public static final int EVALUATION = 60;
}
