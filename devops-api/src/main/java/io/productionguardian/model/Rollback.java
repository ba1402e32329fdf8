package io.productionguardian.model;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * How to go back.
 *
 * @param triggers what sets it off
 * @param procedure the steps in order
 * @param seconds how long it takes until the previous version serves again, seconds, above 0
 * @since 0.1.0
 */
@API(status = API.Status.STABLE, since = "0.1.0")
public record Rollback(
    List<String> triggers, List<String> procedure, Optional<BigDecimal> seconds) {

  /** Keeps copies. */
  public Rollback {
    triggers = ImmutableList.copyOf(triggers);
    procedure = ImmutableList.copyOf(procedure);
  }

  /**
   * The record of a rollback that was tried out.
   *
   * @param performedAt when, as the record states it
   * @param environment where
   * @param fromRevision the revision that was left
   * @param toRevision the revision that was restored
   * @param durationSeconds how long it took, seconds, 0 or more
   * @param passed whether the restored revision served
   * @since 0.1.0
   */
  public record RollbackDrill(
      String performedAt,
      String environment,
      String fromRevision,
      String toRevision,
      BigDecimal durationSeconds,
      boolean passed) {}
}
