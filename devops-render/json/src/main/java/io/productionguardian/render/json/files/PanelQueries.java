package io.productionguardian.render.json.files;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import io.productionguardian.model.Monitoring.Metric;
import io.productionguardian.rollout.Sli;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which question to Prometheus a panel asks, told by the words of its name.
 *
 * @param service the service, which is the job under which its metrics are collected
 * @param metrics the metrics that it has; what is not among them is not asked for
 */
record PanelQueries(String service, List<Metric> metrics) {

  PanelQueries {
    metrics = ImmutableList.copyOf(metrics);
  }

  private static final Splitter WORDS =
      Splitter.on(CharMatcher.inRange('a', 'z').or(CharMatcher.inRange('0', '9')).negate())
          .omitEmptyStrings();
  private static final Pattern PERCENTILE = Pattern.compile("p[0-9]{2,3}");
  private static final ImmutableSet<String> ERRORS =
      ImmutableSet.of("error", "errors", "failure", "failures", "failed");
  private static final ImmutableSet<String> REQUESTS =
      ImmutableSet.of("request", "requests", "throughput", "traffic", "rps", "qps");
  private static final ImmutableSet<String> TIMES =
      ImmutableSet.of("latency", "duration", "time", "response");
  private static final ImmutableSet<String> TARGETS =
      ImmutableSet.of("up", "availability", "uptime");

  /** Words that tell how a metric is shown, and not which. */
  private static final ImmutableSet<String> OF_NO_METRIC =
      ImmutableSet.of(
          "rate",
          "total",
          "count",
          "by",
          "of",
          "the",
          "per",
          "and",
          "in",
          "age",
          "last",
          "seconds",
          "milliseconds",
          "ms",
          "bytes",
          "current",
          "average",
          "avg",
          "mean",
          "max",
          "min",
          "panel");

  /**
   * A question.
   *
   * @param expression PromQL
   * @param unit what the answer is measured in, as Grafana names units
   * @param meaning the same for people
   */
  record Query(String expression, String unit, String meaning) {}

  /** What a panel asks; empty when no metric answers it. */
  Optional<Query> of(String panel) {
    Set<String> words = words(panel);
    Optional<Query> named =
        metrics.stream()
            .filter(metric -> metric.name().equals(panel))
            .findFirst()
            .map(metric -> shown(metric, words));
    if (named.isPresent()) {
      return named;
    }
    if (speaksOf(words, ERRORS)) {
      return errors();
    }
    if (words.stream().anyMatch(word -> PERCENTILE.matcher(word).matches())
        || speaksOf(words, TIMES)) {
      return metrics.stream()
          .filter(metric -> isTimed(metric) && shares(metric, words))
          .findFirst()
          .or(() -> only(metrics.stream().filter(PanelQueries::isTimed).toList()))
          .map(metric -> shown(metric, words));
    }
    if (speaksOf(words, REQUESTS)) {
      return Sli.requests(metrics).map(this::rate);
    }
    if (speaksOf(words, TARGETS)) {
      return Optional.of(up());
    }
    return metrics.stream()
        .filter(metric -> shares(metric, words))
        .max(Comparator.comparingInt(metric -> shared(metric, words)))
        .map(metric -> shown(metric, words));
  }

  /** Whether Prometheus reaches the service, which is known of every target. */
  Query up() {
    return new Query("up" + job(), "bool_on_off", "Whether Prometheus reaches each target");
  }

  private Optional<Query> errors() {
    return Sli.of(metrics)
        .map(
            sli ->
                new Query(
                    "%s / %s".formatted(rateOf(sli.errors()), rateOf(sli.requests())),
                    "percentunit",
                    "Share of errors: %s of %s".formatted(sli.errors(), sli.requests())))
        .or(() -> Sli.errors(metrics).map(this::rate));
  }

  private Query rate(String counter) {
    return new Query(rateOf(counter), "cps", counter + " per second");
  }

  private String rateOf(String counter) {
    return "sum(rate(%s%s[$__rate_interval]))".formatted(counter, job());
  }

  /** A metric as its type is best shown. */
  private Query shown(Metric metric, Set<String> words) {
    return switch (metric.type()) {
      case "counter" -> rate(metric.name());
      case "histogram", "summary" ->
          quantile(words)
              .map(BigDecimal::toPlainString)
              .map(quantile -> quantile(metric, quantile))
              .orElseGet(() -> mean(metric));
      default -> gauge(metric);
    };
  }

  private Query gauge(Metric metric) {
    String name = metric.name();
    return words(name).contains("timestamp")
        ? new Query("time() - max(" + name + job() + ")", "s", "Time since " + name)
        : new Query(name + job(), unit(metric), name);
  }

  private Query quantile(Metric metric, String quantile) {
    String expression =
        metric.type().equals("histogram")
            ? "histogram_quantile(%s, sum by (le) (rate(%s_bucket%s[$__rate_interval])))"
                .formatted(quantile, metric.name(), job())
            : "%s{job=\"%s\",quantile=\"%s\"}".formatted(metric.name(), service, quantile);
    return new Query(
        expression, unit(metric), "Quantile %s of %s".formatted(quantile, metric.name()));
  }

  private Query mean(Metric metric) {
    return new Query(
        "%s / %s".formatted(rateOf(metric.name() + "_sum"), rateOf(metric.name() + "_count")),
        unit(metric),
        "Mean of " + metric.name());
  }

  /** {@code p99} is 0.99, and {@code p999} is 0.999. */
  private static Optional<BigDecimal> quantile(Set<String> words) {
    return words.stream()
        .filter(word -> PERCENTILE.matcher(word).matches())
        .map(word -> new BigDecimal("0." + word.substring(1)).stripTrailingZeros())
        .filter(quantile -> quantile.signum() > 0)
        .findFirst();
  }

  private static String unit(Metric metric) {
    return switch (metric.unit().orElse("").toLowerCase(Locale.ROOT)) {
      case "s", "second", "seconds" -> "s";
      case "ms", "millisecond", "milliseconds" -> "ms";
      case "byte", "bytes" -> "bytes";
      case "percent", "%" -> "percent";
      case "ratio" -> "percentunit";
      default -> "short";
    };
  }

  private static boolean isTimed(Metric metric) {
    return metric.type().equals("histogram") || metric.type().equals("summary");
  }

  private static boolean shares(Metric metric, Set<String> words) {
    return shared(metric, words) > 0;
  }

  private static int shared(Metric metric, Set<String> words) {
    return Sets.difference(Sets.intersection(words(metric.name()), words), OF_NO_METRIC).size();
  }

  private static boolean speaksOf(Set<String> words, Set<String> subject) {
    return !Sets.intersection(words, subject).isEmpty();
  }

  private static Optional<Metric> only(List<Metric> found) {
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  private static Set<String> words(String name) {
    return ImmutableSet.copyOf(WORDS.split(name.toLowerCase(Locale.ROOT)));
  }

  private String job() {
    return "{job=\"" + service + "\"}";
  }
}
