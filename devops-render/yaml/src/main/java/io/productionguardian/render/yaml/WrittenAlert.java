package io.productionguardian.render.yaml;

import com.google.common.collect.ImmutableMap;
import io.productionguardian.promql.Expr;
import io.productionguardian.promql.eval.Condition;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * An alert as Prometheus has it.
 *
 * @param name its name
 * @param condition when it fires, as it was written
 * @param expr what that means
 * @param holdSeconds how long the condition must hold
 * @param labels by which it is routed; the texts that they are to be
 * @param annotations what people are told; the texts that they are to be
 */
record WrittenAlert(
    String name,
    String condition,
    Expr expr,
    Optional<BigDecimal> holdSeconds,
    Map<String, String> labels,
    Map<String, String> annotations) {

  WrittenAlert {
    labels = ImmutableMap.copyOf(labels);
    annotations = ImmutableMap.copyOf(annotations);
  }

  Map<String, Object> tree() {
    ImmutableMap.Builder<String, Object> tree = ImmutableMap.builder();
    tree.put("alert", name);
    tree.put("expr", condition);
    holdSeconds.ifPresent(seconds -> tree.put("for", PrometheusDurations.text(seconds)));
    tree.put("labels", literal(labels));
    tree.put("annotations", literal(annotations));
    return tree.buildOrThrow();
  }

  Condition meaning() {
    return new Condition(name, expr, holdSeconds.map(BigDecimal::doubleValue).orElse(0.0), labels);
  }

  WrittenAlert withLabel(String label, String value) {
    return new WrittenAlert(
        name,
        condition,
        expr,
        holdSeconds,
        ImmutableMap.<String, String>builder().putAll(labels).put(label, value).buildOrThrow(),
        annotations);
  }

  /** Prometheus takes the values for templates, so what opens one there is written as a text. */
  private static Map<String, String> literal(Map<String, String> texts) {
    return texts.entrySet().stream()
        .collect(
            ImmutableMap.toImmutableMap(
                Map.Entry::getKey, entry -> entry.getValue().replace("{{", "{{`{{`}}")));
  }
}
