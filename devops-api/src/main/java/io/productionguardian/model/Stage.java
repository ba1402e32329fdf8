package io.productionguardian.model;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * One step of the way to production.
 *
 * @param name {@code dev}, {@code staging}, {@code production} or a DNS label of the team's own
 * @param automatic whether it starts without a person
 * @param approvalRequired who must approve it
 * @param tests what runs there
 * @param rollbackAutomatic whether a failure is undone without a person
 * @param soakTimeHours how long it is watched before the next stage, hours, 0 or more
 * @param canaryPercentage share of the traffic that tries the new version, above 0 to 100
 * @param canaryDurationHours how long the canary is watched, hours, above 0
 * @since 0.1.0
 */
@API(status = API.Status.STABLE, since = "0.1.0")
public record Stage(
    String name,
    boolean automatic,
    Optional<String> approvalRequired,
    List<String> tests,
    boolean rollbackAutomatic,
    Optional<BigDecimal> soakTimeHours,
    Optional<BigDecimal> canaryPercentage,
    Optional<BigDecimal> canaryDurationHours) {

  /** Keeps copies. */
  public Stage {
    tests = ImmutableList.copyOf(tests);
  }

  public static final String STAGING = "staging";
  public static final String PRODUCTION = "production";

  /** The tests that no file states a command for; the workflow itself has the smoke test. */
  public List<String> testsWithoutCommand() {
    return tests.stream()
        .filter(test -> !test.equals("smoke"))
        .collect(ImmutableList.toImmutableList());
  }

  /** Whether this is the stage of that name. */
  public boolean is(String stage) {
    return name.equals(stage);
  }
}
