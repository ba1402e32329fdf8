package io.productionguardian.rules.standard.consistency;

import io.productionguardian.dossier.Dossier;
import io.productionguardian.dossier.Sourced;
import io.productionguardian.model.MustHave;
import io.productionguardian.model.Service.Probe;
import io.productionguardian.model.Severity;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Violation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** A replica is taken out of the traffic before it is restarted. */
public final class ProbesAlike implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of("probes-alike", Severity.WARN, RuleInfo.Concern.CONSISTENCY)
          .mustHave(MustHave.HEALTH_CHECKS)
          .summary("A replica is taken out of the traffic before it is restarted.")
          .impact("When a dependency is slow all replicas are restarted instead of drained")
          .requirement(
              "Liveness asks another endpoint than readiness, or fails later: interval_seconds"
                  + " times failure_threshold of liveness is greater than that of readiness")
          .suggestion("Give liveness an endpoint of its own, or a longer time to fail")
          .action("separate_probes")
          .example(
              """
              "readiness": {"endpoint": "/health", "interval_seconds": 10, "failure_threshold": 3},
              "liveness":  {"endpoint": "/health", "interval_seconds": 10, "failure_threshold": 3}
              """,
              """
              "readiness": {"endpoint": "/ready", "interval_seconds": 10, "failure_threshold": 3},
              "liveness":  {"endpoint": "/alive", "interval_seconds": 10, "failure_threshold": 3}
              """)
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Dossier dossier, Settings settings) {
    Optional<Sourced<Probe>> readiness = dossier.readiness();
    Optional<Sourced<Probe>> liveness = dossier.liveness();
    if (readiness.isEmpty() || liveness.isEmpty()) {
      return List.of(); // another rule's finding
    }
    Probe ready = readiness.get().value();
    Probe live = liveness.get().value();
    boolean alike =
        ready.endpoint().equals(live.endpoint())
            && secondsToFail(live).compareTo(secondsToFail(ready)) <= 0;
    return alike
        ? List.of(
            Violation.at(
                liveness.get().place(),
                "Liveness asks %s as readiness does and fails after %s s, no later than readiness"
                    .formatted(live.endpoint(), secondsToFail(live).toPlainString())))
        : List.of();
  }

  private static BigDecimal secondsToFail(Probe probe) {
    return probe.intervalSeconds().multiply(BigDecimal.valueOf(probe.failureThreshold()));
  }
}
