package io.productionguardian.dossier;

/**
 * A value that no file states and that is used all the same.
 *
 * @param member what it is for, as a path such as {@code health_checks.readiness.timeout_seconds}
 * @param value what is used
 * @param reason why this value
 * @since 0.1.0
 */
public record Default(String member, String value, String reason) {}
