package io.productionguardian.dossier;

import com.google.common.collect.ImmutableList;
import io.productionguardian.document.Node;

/**
 * A job by which Prometheus collects metrics.
 *
 * @param node where it is defined
 * @param name the job's name
 * @param metricsPath where the metrics are, {@code /metrics} unless it is stated
 * @param targets {@code host:port} as written; none when they are discovered
 * @since 0.1.0
 */
public record ScrapeJob(
    Node node, String name, String metricsPath, ImmutableList<Fact<String>> targets)
    implements Evidence {}
