package io.productionguardian.rollout;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.productionguardian.model.Monitoring.Alert;
import io.productionguardian.model.Monitoring.Metric;
import io.productionguardian.model.Monitoring.Slo;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/**
 * What tells that an error budget is used up too fast: by two windows each, a long one that is sure
 * and a short one that is quick to end.
 *
 * <p>Windows and shares are those of the Site Reliability Workbook, chapter 5; a threshold is share
 * of the budget × days of the objective / long window × (1 − objective).
 *
 * @param recorded the indicator over each window, PromQL by the name of what is recorded
 * @param alerts what fires; the pages first
 * @param notes what is left out or must be known, a line each
 * @since 0.1.0
 */
@API(status = API.Status.INTERNAL, since = "0.1.0")
public record BurnRates(
    Map<String, String> recorded, List<BudgetAlert> alerts, List<String> notes) {

  /** Keeps copies. */
  public BurnRates {
    recorded = ImmutableMap.copyOf(recorded);
    alerts = ImmutableList.copyOf(alerts);
    notes = ImmutableList.copyOf(notes);
  }

  /**
   * An alert on the error budget.
   *
   * @param summary what is wrong, for people
   * @param meaning what that is told by, for people
   */
  public record BudgetAlert(Alert alert, String summary, String meaning) {}

  /** The label by which the recorded indicator of a service is told from that of others. */
  public static final String SERVICE = "service";

  private static final String PAGE = "critical";
  private static final String TICKET = "warning";
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** One third and the like have no end; so many digits decide nothing any more. */
  private static final MathContext DIGITS = new MathContext(12, RoundingMode.HALF_UP);

  private static final BigDecimal ABSENT_SECONDS = BigDecimal.valueOf(300);

  /** A long window and its share of the budget, with the short window. */
  private record Pair(String severity, int percent, int hours, String window, String shortWindow) {

    /** The share of bad events from which on the budget is used up so fast. */
    BigDecimal threshold(Slo slo) {
      return BigDecimal.valueOf(percent)
          .multiply(BigDecimal.valueOf(slo.periodDays() * 24L))
          .multiply(HUNDRED.subtract(slo.objective()))
          .divide(BigDecimal.valueOf(hours).multiply(HUNDRED).multiply(HUNDRED), DIGITS)
          .stripTrailingZeros();
    }

    /** Why an alert on it would tell nothing. */
    Optional<String> useless(Slo slo) {
      if (hours > slo.periodDays() * 24) {
        return Optional.of("longer than the SLO");
      }
      if (threshold(slo).compareTo(BigDecimal.ONE) >= 0) {
        return Optional.of("which all requests failing would not reach");
      }
      // of 28 days, 3 are a little more than a tenth: still worth a ticket
      return percent * slo.periodDays() * 24 < 90 * hours
          ? Optional.of("at which the budget lasts")
          : Optional.empty();
    }

    String note(String why) {
      return "Left out: %s %% of the budget in %s, %s.".formatted(percent, window, why);
    }
  }

  private static final ImmutableList<Pair> PAIRS =
      ImmutableList.of(
          new Pair(PAGE, 2, 1, "1h", "5m"),
          new Pair(PAGE, 5, 6, "6h", "30m"),
          new Pair(TICKET, 10, 24, "1d", "2h"),
          new Pair(TICKET, 10, 72, "3d", "6h"));

  private static final ImmutableList<String> WINDOWS =
      ImmutableList.of("5m", "30m", "1h", "2h", "6h", "1d", "3d");

  /** Those of a service, whose name is a DNS label and needs no escape in PromQL. */
  public static BurnRates of(String service, List<Metric> metrics, Slo slo) {
    Optional<Sli> sli = Sli.of(metrics);
    List<Pair> pairs =
        PAIRS.stream()
            .filter(pair -> pair.useless(slo).isEmpty())
            .collect(ImmutableList.toImmutableList());
    ImmutableList.Builder<BudgetAlert> alerts = ImmutableList.builder();
    for (String severity : List.of(PAGE, TICKET)) {
      burning(service, slo, severity, pairs).ifPresent(alerts::add);
    }
    alerts.add(absent(service, sli));
    return new BurnRates(recorded(service, sli, pairs), alerts.build(), notes(slo, sli));
  }

  private static List<String> notes(Slo slo, Optional<Sli> sli) {
    ImmutableList.Builder<String> notes = ImmutableList.builder();
    notes.add(
        "SLO: %s %% over %s days. Its indicator: %s."
            .formatted(
                plain(slo.objective()),
                slo.periodDays(),
                sli.map(it -> it.errors() + " / " + it.requests())
                    .orElse(
                        "the share of time that targets answer Prometheus, as the metrics make no"
                            + " other")));
    if (sli.isPresent()) {
      notes.add("Without traffic the indicator is no number, and no burn-rate alert fires.");
    }
    PAIRS.forEach(pair -> pair.useless(slo).map(pair::note).ifPresent(notes::add));
    return notes.build();
  }

  private static Map<String, String> recorded(String service, Optional<Sli> sli, List<Pair> pairs) {
    return WINDOWS.stream()
        .filter(
            window ->
                pairs.stream()
                    .anyMatch(p -> p.window().equals(window) || p.shortWindow().equals(window)))
        .collect(
            ImmutableMap.toImmutableMap(
                BurnRates::name, window -> indicator(service, sli, window)));
  }

  private static String name(String window) {
    return "slo:sli_error:ratio_rate" + window;
  }

  /** The share of bad events over a window. */
  private static String indicator(String service, Optional<Sli> sli, String window) {
    String job = job(service);
    return sli.map(
            it ->
                "sum(rate(%s%s[%s])) / sum(rate(%s%s[%s]))"
                    .formatted(it.errors(), job, window, it.requests(), job, window))
        .orElse("1 - avg(avg_over_time(up%s[%s]))".formatted(job, window));
  }

  private static Optional<BudgetAlert> burning(
      String service, Slo slo, String severity, List<Pair> pairs) {
    List<Pair> own = pairs.stream().filter(pair -> pair.severity().equals(severity)).toList();
    if (own.isEmpty()) {
      return Optional.empty();
    }
    String shares =
        own.stream()
            .map(pair -> pair.percent() + " % in " + pair.window())
            .collect(Collectors.joining(", or "));
    return Optional.of(
        new BudgetAlert(
            alert(
                prefix(service) + (severity.equals(PAGE) ? "SloFastBurn" : "SloSlowBurn"),
                own.stream()
                    .map(pair -> exceeds(service, pair, plain(pair.threshold(slo))))
                    .collect(Collectors.joining(" or ")),
                severity,
                Optional.empty()),
            service + ": the error budget is used up too fast",
            "The share of bad events takes this much of the budget of %s %% over %s days: %s"
                .formatted(plain(HUNDRED.subtract(slo.objective())), slo.periodDays(), shares)));
  }

  private static String exceeds(String service, Pair pair, String threshold) {
    String own = "{%s=\"%s\"}".formatted(SERVICE, service);
    return "(%s%s > %s and %s%s > %s)"
        .formatted(name(pair.window()), own, threshold, name(pair.shortWindow()), own, threshold);
  }

  /** A metric that is gone looks like a service without faults. */
  private static BudgetAlert absent(String service, Optional<Sli> sli) {
    String metric = sli.map(Sli::requests).orElse("up");
    return new BudgetAlert(
        alert(
            prefix(service) + "SloAbsent",
            "absent(" + metric + job(service) + ")",
            TICKET,
            Optional.of(ABSENT_SECONDS)),
        service + ": the SLO is not measured",
        "Nothing has the metric " + metric + ", so no fault would be seen");
  }

  private static Alert alert(
      String name, String condition, String severity, Optional<BigDecimal> holdSeconds) {
    return new Alert(
        name,
        condition,
        severity,
        severity.equals(PAGE) ? "page_on_call" : "notify_team",
        holdSeconds);
  }

  private static String job(String service) {
    return "{job=\"" + service + "\"}";
  }

  /** A service's name as part of an alert's: {@code rates-api} is {@code RatesApi}. */
  private static String prefix(String service) {
    StringBuilder name = new StringBuilder();
    for (String word : service.split("-", -1)) {
      if (!word.isEmpty()) {
        name.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
      }
    }
    return name.toString();
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }
}
