package io.productionguardian.model;

/**
 * An alert.
 *
 * @param name its name in Prometheus and in the runbook
 * @param condition when it fires, PromQL or words
 * @param severity {@code critical}, {@code warning} or a word of the team's own
 * @param action what is done when it fires, for instance {@code page_on_call}
 * @since 0.1.0
 */
public record Alert(String name, String condition, String severity, String action) {}
