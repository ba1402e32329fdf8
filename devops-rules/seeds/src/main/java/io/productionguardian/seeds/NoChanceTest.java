package io.productionguardian.seeds;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import net.jqwik.api.statistics.StatisticsCoverage;
import org.junit.jupiter.api.Test;

/**
 * No test of a module leaves anything to chance. Surefire runs this in each module that has this
 * one among its dependencies ({@code dependenciesToScan} in the parent POM), over the module's own
 * test classes; properties get their seed there by {@link SeedOfTheRun}.
 *
 * @since 0.1.0
 */
public final class NoChanceTest {

  private static final Set<String> WITHOUT_A_SEED =
      Set.of(
          "java.util.Random.<init>()",
          "java.util.SplittableRandom.<init>()",
          "java.lang.Math.random()",
          "java.lang.StrictMath.random()",
          "java.util.random.RandomGeneratorFactory.create()",
          "java.util.UUID.randomUUID()",
          "java.util.Collections.shuffle(java.util.List)",
          "java.util.random.RandomGenerator.getDefault()",
          "java.util.random.RandomGenerator.of(java.lang.String)");

  private static final Set<String> SEEDED =
      Set.of("java.util.Random.<init>(long)", "java.util.SplittableRandom.<init>(long)");

  private static final Set<String> CLOCKS =
      Set.of(
          "java.lang.System.nanoTime()",
          "java.lang.System.currentTimeMillis()",
          "java.time.Clock.millis()",
          "java.time.Instant.now()");

  private static final Set<String> ALWAYS_CHANCE =
      Set.of("java.util.concurrent.ThreadLocalRandom", "java.security.SecureRandom");

  static final ArchRule RULE =
      noClasses()
          .should()
          .accessTargetWhere(isLeftToChance())
          .because("verify gives one verdict for one commit: state a seed")
          .allowEmptyShould(true);

  /** For JUnit. */
  public NoChanceTest() {}

  @Test
  void nothingIsLeftToChance() {
    Path classes = Path.of(System.getProperty("basedir", ""), "target", "test-classes");
    if (Files.isDirectory(classes)) {
      RULE.check(in(classes));
    }
  }

  /** Only these classes: what they call is told by name, and reading its class takes seconds. */
  static JavaClasses in(Path classes) {
    return ArchConfiguration.withThreadLocalScope(
        configuration -> {
          configuration.setResolveMissingDependenciesFromClassPath(false);
          return new ClassFileImporter().importPath(classes);
        });
  }

  private static DescribedPredicate<JavaAccess<?>> isLeftToChance() {
    return DescribedPredicate.describe(
        "is left to chance",
        access -> {
          String owner = access.getTargetOwner().getName();
          return WITHOUT_A_SEED.contains(access.getTarget().getFullName())
              || ALWAYS_CHANCE.contains(owner)
              // what is sampled outside of a property, and shares of what chance gave
              || (owner.startsWith("net.jqwik.api.")
                  && access.getTarget().getName().startsWith("sample"))
              || owner.startsWith(StatisticsCoverage.class.getName())
              || (SEEDED.contains(access.getTarget().getFullName()) && readsTheClock(access));
        });
  }

  /** A seed that is the time is none. */
  private static boolean readsTheClock(JavaAccess<?> seeding) {
    return seeding.getOrigin().getMethodCallsFromSelf().stream()
        .map(call -> call.getTarget().getFullName())
        .anyMatch(CLOCKS::contains);
  }
}
