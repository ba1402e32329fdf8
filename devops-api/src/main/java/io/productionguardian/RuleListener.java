package io.productionguardian;

import io.productionguardian.rule.RuleInfo;
import java.time.Duration;
import org.apiguardian.api.API;

/**
 * Hears which rule runs and how long it took, for metrics and traces. It has no say in the
 * decision: what it throws leaves {@link Guardian#assess}, so that nothing is decided rather than
 * decided otherwise.
 *
 * @since 0.1.0
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public interface RuleListener {

  /** A rule is about to run. */
  default void started(RuleInfo rule) {}

  /**
   * A rule has run, or has failed.
   *
   * @param violations how many it found, 0 or more; 1 when it failed
   * @param took how long it took by the clock that the listener was added with
   */
  default void finished(RuleInfo rule, int violations, Duration took) {}
}
