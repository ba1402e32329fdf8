package io.productionguardian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import io.productionguardian.Guardian;
import io.productionguardian.rule.RuleInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesTest {

  @TempDir Path folder;

  @Test
  void listsEveryRule() {
    Ran ran = Ran.guardian("rules");

    assertThat(ran.code()).isZero();
    for (RuleInfo rule : Guardian.builder().discover().build().rules()) {
      assertThat(ran.lines()).anyMatch(line -> line.startsWith("  " + rule.id() + "  "));
    }
    assertThat(ran.out()).contains("no_health_checks").contains("rollback_tested");
  }

  @Test
  void tellsWhatEachSaysOfAnEpic() {
    Ran ran = Ran.guardian("rules", Epics.copy("epic_25_no_health_checks", folder));

    assertThat(ran.code()).isZero();
    assertThat(ran.lines())
        .anyMatch(line -> line.startsWith("✗ health-checks "))
        .anyMatch(line -> line.startsWith("✓ runbook "))
        .anyMatch(line -> line.startsWith("    consensus/artifacts/implementation.json:1:1  "));
  }

  @Test
  void explainsEveryRule() {
    for (RuleInfo rule : Guardian.builder().discover().build().rules()) {
      Ran ran =
          Ran.inTerminal(ImmutableMap.of("COLUMNS", "80", "NO_COLOR", "1"), "explain", rule.id());

      assertThat(ran.code()).isZero();
      assertThat(ran.lines()).allMatch(line -> line.length() <= 80);
      assertThat(ran.out().replaceAll("\\s+", " "))
          .contains(rule.summary().replaceAll("\\s+", " "))
          .contains(rule.impact())
          .contains(rule.requirement())
          .contains(rule.suggestion())
          .contains(rule.action());
      rule.params().forEach(param -> assertThat(ran.out()).contains(param.name()));
    }
  }

  @Test
  void explainsByThePolicy() throws IOException {
    Path policy =
        Files.writeString(
            folder.resolve("guardian.yaml"),
            """
            rules:
              rollback-tested:
                severity: warn
                settings:
                  max_seconds: 30
              rollback-time:
                off: "not for batch jobs"
            """);

    assertThat(Ran.guardian("explain", "rollback-tested", "--policy", policy).out())
        .contains("warn: is reported and lets the release through (by the policy)")
        .contains("max_seconds = 30")
        .contains("60 unless it is set");
    assertThat(Ran.guardian("explain", "rollback-time", "--policy", policy).err())
        .contains("turns rule \"rollback-time\" off (not for batch jobs)");
    assertThat(Ran.guardian("rules", "--policy", policy).out())
        .contains("rollback-time is off by the policy: not for batch jobs");
  }

  @Test
  void helpTellsTheExitCodes() {
    for (String command : new String[] {"check", "release", "rules", "explain"}) {
      Ran ran = Ran.guardian(command, "--help");
      assertThat(ran.code()).isZero();
      assertThat(ran.out()).contains("Exit codes:").contains("could not run");
    }
    assertThat(Ran.guardian("--help").out()).contains("Exit codes:");
    assertThat(Ran.guardian("--version").out()).matches("(?s)guardian \\d+\\.\\d+.*\nJava .*");
  }
}
