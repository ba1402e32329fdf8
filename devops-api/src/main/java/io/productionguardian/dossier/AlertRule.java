package io.productionguardian.dossier;

import com.google.common.collect.ImmutableMap;
import io.productionguardian.document.Node;
import java.util.Optional;

/**
 * An alerting rule that Prometheus evaluates.
 *
 * @param node where it is defined
 * @param name the alert's name
 * @param expression PromQL as written
 * @param hold how long the expression must hold ({@code for}), as written
 * @param labels its labels
 * @param annotations its annotations
 * @since 0.1.0
 */
public record AlertRule(
    Node node,
    String name,
    Fact<String> expression,
    Optional<Fact<String>> hold,
    ImmutableMap<String, Fact<String>> labels,
    ImmutableMap<String, Fact<String>> annotations)
    implements Evidence {}
