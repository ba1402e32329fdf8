package io.productionguardian.rules.standard.consistency;

import io.productionguardian.dossier.Deployed.HealthCheck;
import io.productionguardian.dossier.Dossier;
import io.productionguardian.dossier.Sourced;
import io.productionguardian.model.MustHave;
import io.productionguardian.model.Severity;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Violation;
import java.util.List;
import java.util.regex.Pattern;

/** A health check fails on an error status. */
public final class HealthCheckStatus implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of("health-check-status", Severity.WARN, RuleInfo.Concern.CONSISTENCY)
          .mustHave(MustHave.HEALTH_CHECKS)
          .summary("A health check fails on an error status.")
          .impact("A service that answers 500 to everything counts as healthy")
          .requirement("curl has --fail (-f), so that it fails on a status of 400 and above")
          .suggestion("Add --fail to curl")
          .action("add_fail_option")
          .example(
              """
              test: ["CMD", "curl", "http://localhost:8080/health"]
              """,
              """
              test: ["CMD", "curl", "--fail", "http://localhost:8080/health"]
              """)
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  private static final Pattern CURL = Pattern.compile("(?:^|[\\s;&|(/])curl\\s");

  private static final Pattern FAILS =
      Pattern.compile(
          "\\s(?:--fail(?:-with-body|-early)?|-[a-zA-Z]{0,20}f[a-zA-Z]{0,20})\\s|\\sgrep\\s|http_code|\\|");

  @Override
  public List<Violation> check(Dossier dossier, Settings settings) {
    return dossier.containers().stream()
        .flatMap(container -> container.checks().values().stream())
        .filter(HealthCheckStatus::isContentWithErrors)
        .map(
            check ->
                Violation.at(
                    check.place(), "The health check is content with HTTP 500: curl lacks --fail"))
        .toList();
  }

  private static boolean isContentWithErrors(Sourced<HealthCheck> check) {
    String text = " " + check.value().text() + " ";
    return CURL.matcher(text).find() && !FAILS.matcher(text).find();
  }
}
