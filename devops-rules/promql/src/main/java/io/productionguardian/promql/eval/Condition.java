package io.productionguardian.promql.eval;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import io.productionguardian.promql.Expr;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeMap;

/**
 * When an alert fires.
 *
 * @param alert the alert's name
 * @param expr what must hold
 * @param holdSeconds for how long
 * @param labels what the alert adds to the labels of what holds
 */
public record Condition(
    String alert, Expr expr, double holdSeconds, ImmutableMap<String, String> labels) {

  /** The labels of the alerts that fire at a time. */
  ImmutableSet<ImmutableSortedMap<String, String>> firing(Evaluation evaluation, double time) {
    Set<ImmutableSortedMap<String, String>> firing = new LinkedHashSet<>();
    for (Sample sample : evaluation.result(expr, time)) {
      if (!firing.add(labels(sample))) {
        throw CannotEvaluateException.refused("several alerts with the same labels");
      }
    }
    double at = time;
    while (at > time - holdSeconds && !firing.isEmpty()) {
      at -= Scenario.EVALUATION;
      firing.retainAll(evaluation.result(expr, at).stream().map(this::labels).toList());
    }
    return ImmutableSet.copyOf(firing);
  }

  private ImmutableSortedMap<String, String> labels(Sample sample) {
    TreeMap<String, String> all = new TreeMap<>(sample.labels());
    all.remove(Sample.NAME);
    all.putAll(labels);
    return ImmutableSortedMap.copyOf(all);
  }
}
