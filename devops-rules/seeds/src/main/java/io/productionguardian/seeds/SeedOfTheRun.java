package io.productionguardian.seeds;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/**
 * Gives each property a seed that follows from its name and from the seed of the run, the system
 * property {@code guardian.seed}. Without that property every run tries the same values; a property
 * that states a seed keeps it. A failure says how to repeat it.
 *
 * @since 0.1.0
 */
public final class SeedOfTheRun implements AroundPropertyHook {

  static final String SEED = "guardian.seed";
  static final String TRIES = "guardian.tries";

  /** For jqwik, which finds it as a service. */
  public SeedOfTheRun() {}

  @Override
  public PropagationMode propagateTo() {
    return PropagationMode.ALL_DESCENDANTS;
  }

  /** Before all other hooks, so that what they make of a failure is known here. */
  @Override
  public int aroundPropertyProximity() {
    return Integer.MIN_VALUE;
  }

  @Override
  public PropertyExecutionResult aroundProperty(
      PropertyLifecycleContext context, PropertyExecutor property) {
    String test = context.containerClass().getName() + "#" + context.targetMethod().getName();
    String run = System.getProperty(SEED, "0");
    if (context.attributes().seed().isEmpty()) {
      context.attributes().setSeed(Long.toString(seed(run, test)));
    }
    PropertyExecutionResult result = property.execute();
    return result.status() == PropertyExecutionResult.Status.FAILED
        ? result.mapToFailed(repeatable(result.throwable(), command(run, test)))
        : result;
  }

  static long seed(String run, String test) {
    byte[] name = (run + " " + test).getBytes(StandardCharsets.UTF_8);
    return UUID.nameUUIDFromBytes(name).getMostSignificantBits();
  }

  private static String command(String run, String test) {
    String module = System.getProperty("guardian.module", "devops-api");
    // what edge cases are tried, and when, depends on the number of tries
    String tries =
        Optional.ofNullable(System.getProperty(TRIES))
            .map(number -> " -D" + TRIES + "=" + number)
            .orElse("");
    return "mvn -B test -pl :%s -am -Dtest='%s' -D%s=%s%s -Dsurefire.failIfNoSpecifiedTests=false"
        .formatted(module, test, SEED, run, tries);
  }

  private static AssertionError repeatable(Optional<Throwable> why, String command) {
    String reason = why.map(Throwable::getMessage).orElse("The property does not hold");
    AssertionError error = new AssertionError(reason + "\nTo repeat it: " + command);
    why.ifPresent(
        cause -> {
          error.initCause(cause);
          error.setStackTrace(cause.getStackTrace());
        });
    return error;
  }
}
