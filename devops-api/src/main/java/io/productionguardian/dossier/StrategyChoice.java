package io.productionguardian.dossier;

import io.productionguardian.model.Monitoring.Metric;
import io.productionguardian.model.Rollback;
import io.productionguardian.model.Service.Resources;
import io.productionguardian.model.Stage;
import io.productionguardian.model.Strategy;
import io.productionguardian.model.Strategy.StrategyType;
import io.productionguardian.text.TextParsing;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which of the three strategies is carried out, and why. */
final class StrategyChoice {

  /**
   * A rolling update replaces pods one after another and needs longer than this to go back; only a
   * switch between two complete sets is quicker. Seconds.
   */
  private static final BigDecimal SWITCH_ONLY = BigDecimal.valueOf(15);

  private StrategyChoice() {}

  static Strategy of(
      Optional<String> stated,
      Optional<String> reason,
      List<Sourced<Stage>> stages,
      List<Sourced<Metric>> metrics,
      Optional<Sourced<Resources>> resources,
      Optional<Sourced<Rollback>> rollback) {
    Optional<StrategyType> kept = stated.flatMap(StrategyType::parse);
    if (kept.isPresent()) {
      return new Strategy(
          kept.get(),
          reason.orElse("The team's choice: " + kept.get().wireName()),
          Optional.empty());
    }
    Strategy chosen = choose(stages, metrics, resources, rollback);
    if (stated.isEmpty()) {
      return chosen;
    }
    Strategy mapped =
        nearest(stated.get())
            .map(
                type ->
                    new Strategy(
                        type,
                        "Nearest of the three to "
                            + TextParsing.quoted(stated.get())
                            + ", which is none",
                        Optional.empty()))
            .orElse(chosen);
    return new Strategy(mapped.type(), mapped.reason(), stated);
  }

  private static Optional<StrategyType> nearest(String stated) {
    String word = stated.toLowerCase(Locale.ROOT);
    if (word.contains("canary")) {
      return Optional.of(StrategyType.CANARY);
    }
    if (word.contains("blue") || word.contains("green")) {
      return Optional.of(StrategyType.BLUE_GREEN);
    }
    return word.contains("rolling") ? Optional.of(StrategyType.ROLLING) : Optional.empty();
  }

  private static Strategy choose(
      List<Sourced<Stage>> stages,
      List<Sourced<Metric>> metrics,
      Optional<Sourced<Resources>> resources,
      Optional<Sourced<Rollback>> rollback) {
    Optional<BigDecimal> share =
        stages.stream()
            .map(Sourced::value)
            .filter(Stage::isProduction)
            .flatMap(stage -> stage.canaryPercentage().stream())
            .findFirst();
    int replicas = resources.map(fact -> fact.value().replicas()).orElse(1);
    if (share.isPresent() && !metrics.isEmpty() && replicas >= 2) {
      return chosen(
          StrategyType.CANARY,
          "Production tries the version on "
              + share.get().toPlainString()
              + " percent of the traffic, and "
              + metrics.size()
              + " metrics judge it");
    }
    Optional<BigDecimal> seconds = rollback.flatMap(fact -> fact.value().seconds());
    if (seconds.filter(time -> time.compareTo(SWITCH_ONLY) <= 0).isPresent()) {
      return chosen(
          StrategyType.BLUE_GREEN,
          "Rollback within %s s needs a complete previous version to switch back to"
              .formatted(seconds.get().toPlainString()));
    }
    return chosen(
        StrategyType.ROLLING,
        replicas >= 2
            ? replicas + " replicas are replaced one after another; nothing asks for a canary"
            : "No canary share and no rollback time ask for more than a rolling update");
  }

  private static Strategy chosen(StrategyType type, String reason) {
    return new Strategy(type, reason, Optional.empty());
  }
}
