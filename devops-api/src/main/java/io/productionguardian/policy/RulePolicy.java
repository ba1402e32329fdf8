package io.productionguardian.policy;

import com.google.common.collect.ImmutableMap;
import io.productionguardian.document.Node;
import io.productionguardian.model.Severity;
import java.util.Optional;

/**
 * What a policy says of one rule.
 *
 * @param severity instead of the rule's own
 * @param offReason why the rule does not run; empty when it runs
 * @param settings values of the rule's parameters by name
 * @since 0.1.0
 */
public record RulePolicy(
    Optional<Severity> severity, Optional<String> offReason, ImmutableMap<String, Node> settings) {

  /** Nothing is said. */
  public static final RulePolicy NONE =
      new RulePolicy(Optional.empty(), Optional.empty(), ImmutableMap.of());

  /** What holds when another says more: what it states instead of what this one does. */
  RulePolicy overriddenBy(RulePolicy other) {
    return new RulePolicy(
        other.severity().or(this::severity),
        other.offReason().or(this::offReason),
        ImmutableMap.<String, Node>builder()
            .putAll(settings)
            .putAll(other.settings())
            .buildKeepingLast());
  }
}
