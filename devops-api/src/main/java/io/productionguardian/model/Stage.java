package io.productionguardian.model;

import com.google.common.collect.ImmutableList;
import io.productionguardian.text.PlainWord;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

  private static final Set<String> PRODUCTION_WORDS =
      Set.of("production", "prod", "prd", "live", "productive");
  private static final Set<String> STAGING_WORDS =
      Set.of("staging", "stage", "stg", "preprod", "preproduction", "uat", "acceptance");
  private static final Set<String> NOT_RUN =
      Set.of("skip", "skipped", "disabled", "none", "off", "later", "todo", "not", "no");
  private static final Set<String> BEFORE_PRODUCTION = Set.of("pre", "non", "not", "pseudo");

  /** Whether what runs there is what users reach, by any of its names. */
  public boolean isProduction() {
    return isProduction(name);
  }

  /** The same of a name. */
  public static boolean isProduction(String name) {
    List<String> words = words(name);
    return words.stream().anyMatch(PRODUCTION_WORDS::contains)
        && words.stream().noneMatch(BEFORE_PRODUCTION::contains);
  }

  /** Whether it stands for production before production, by any of its names. */
  public boolean isStaging() {
    return isStaging(name);
  }

  /** The same of a name, or of what somebody says of the stage. */
  public static boolean isStaging(String name) {
    List<String> words = words(name);
    return words.stream().noneMatch(NOT_RUN::contains)
        && (words.stream().anyMatch(STAGING_WORDS::contains)
            || (words.contains("pre") && words.stream().anyMatch(PRODUCTION_WORDS::contains)));
  }

  private static List<String> words(String name) {
    return List.of(PlainWord.of(name).split(" ", -1));
  }

  /** Whether this is the stage of that name. */
  public boolean is(String stage) {
    return name.equals(stage);
  }
}
