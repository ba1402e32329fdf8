package io.productionguardian.model;

import java.math.BigDecimal;

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
