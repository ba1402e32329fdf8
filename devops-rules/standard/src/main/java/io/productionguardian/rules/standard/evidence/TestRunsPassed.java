package io.productionguardian.rules.standard.evidence;

import io.productionguardian.dossier.Dossier;
import io.productionguardian.dossier.Reported.TestRun;
import io.productionguardian.model.Severity;
import io.productionguardian.rule.Remedy;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Violation;
import io.productionguardian.rules.standard.Owners;
import io.productionguardian.text.OneLine;
import java.util.List;

/** Each test run that is on record passed. */
public final class TestRunsPassed implements Rule {

  private static final int LONGEST_NAME = 80;

  private static final RuleInfo INFO =
      RuleInfo.of("test-runs-passed", Severity.BLOCK, RuleInfo.Concern.EVIDENCE)
          .summary("Each test run that is on record passed.")
          .impact("What failed in staging fails in production")
          .requirement("Each JUnit report under evidence/ has tests that ran and none that failed")
          .suggestion("Fix what the tests show, run them again and put the new report in its place")
          .action("pass_tests")
          .example(
              """
              <testsuite name="staging smoke" tests="3" failures="1" errors="0" skipped="0"/>
              """,
              """
              <testsuite name="staging smoke" tests="3" failures="0" errors="0" skipped="0">
                <testcase name="health"/> <testcase name="login"/> <testcase name="metrics"/>
              </testsuite>
              """)
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Dossier dossier, Settings settings) {
    List<TestRun> runs = dossier.evidence(TestRun.class);
    boolean ran = runs.stream().anyMatch(TestRun::passed);
    return runs.stream()
        .filter(run -> !run.passed() && (run.failures() > 0 || !ran))
        .map(
            run ->
                Violation.at(
                        run.place(),
                        "The test run "
                            + OneLine.of(run.name(), LONGEST_NAME)
                            + (run.failures() > 0
                                ? " has " + run.failures() + " failures"
                                : " ran no test"))
                    .remedy(
                        Remedy.ask(
                            Owners.DEVELOPER,
                            "Fix what the tests show, run them again and put the new report in the"
                                + " place of "
                                + run.place().file())))
        .toList();
  }
}
