package io.productionguardian.promql.eval;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import io.productionguardian.promql.Expr;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.apiguardian.api.API;

/**
 * When an alert fires.
 *
 * @param alert the alert's name
 * @param expr what must hold
 * @param holdSeconds for how long
 * @param labels what the alert adds to the labels of what holds
 */
@API(status = API.Status.INTERNAL, since = "0.1.0")
public record Condition(String alert, Expr expr, double holdSeconds, Map<String, String> labels) {

  /** Keeps copies. */
  public Condition {
    labels = ImmutableMap.copyOf(labels);
  }

  /** The labels of the alerts that fire at a time. */
  Set<NavigableMap<String, String>> firing(Evaluation evaluation, double time) {
    Set<NavigableMap<String, String>> firing = new LinkedHashSet<>();
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

  private NavigableMap<String, String> labels(Sample sample) {
    TreeMap<String, String> all = new TreeMap<>(sample.labels());
    all.remove(Sample.NAME);
    all.putAll(labels);
    return ImmutableSortedMap.copyOf(all);
  }
}
