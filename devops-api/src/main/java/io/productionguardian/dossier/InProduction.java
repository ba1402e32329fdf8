package io.productionguardian.dossier;

import com.google.common.collect.ImmutableSet;
import io.productionguardian.dossier.Deployed.Autoscaler;
import io.productionguardian.dossier.Deployed.Container;
import io.productionguardian.dossier.Deployed.DisruptionBudget;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What decides on production: what a file for another stage deploys is left out where a file for
 * production, or for no stage, deploys the same.
 */
final class InProduction {

  private static final Set<String> PRODUCTION =
      ImmutableSet.of("prod", "production", "prd", "live");

  private static final Set<String> OTHERS =
      ImmutableSet.of(
          "dev",
          "develop",
          "development",
          "test",
          "tests",
          "testing",
          "ci",
          "e2e",
          "local",
          "staging",
          "stage",
          "stg",
          "uat",
          "qa",
          "sandbox",
          "preview",
          "demo",
          "example",
          "examples",
          "sample",
          "samples");

  private InProduction() {}

  static List<Evidence> of(List<Evidence> all) {
    Set<String> decisive =
        all.stream()
            .filter(it -> !isOfAnotherStage(it))
            .flatMap(it -> key(it).stream())
            .collect(Collectors.toSet());
    return all.stream()
        .filter(it -> key(it).filter(decisive::contains).isEmpty() || !isOfAnotherStage(it))
        .toList();
  }

  /** Whether the names of its folders and of its file name a stage, and not production. */
  private static boolean isOfAnotherStage(Evidence shown) {
    List<String> words = List.of(shown.node().file().toLowerCase(Locale.ROOT).split("[/._-]", -1));
    return words.stream().anyMatch(OTHERS::contains)
        && words.stream().noneMatch(PRODUCTION::contains);
  }

  private static Optional<String> key(Evidence shown) {
    if (shown instanceof Container container) {
      return Optional.of(
          container.platform() + " " + container.workload() + " " + container.name());
    }
    if (shown instanceof Autoscaler scaler) {
      return Optional.of("autoscaler " + scaler.workload());
    }
    return shown instanceof DisruptionBudget budget
        ? Optional.of("budget " + budget.name())
        : Optional.empty();
  }
}
