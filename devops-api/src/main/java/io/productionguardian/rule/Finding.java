package io.productionguardian.rule;

import io.productionguardian.document.SourceLocation;
import io.productionguardian.model.Severity;
import java.util.Comparator;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * A violation with all that its rule knows: the fields of the veto message's {@code content}.
 *
 * @param rule the rule, with the severity that the policy gives it
 * @param violation what is wrong, one sentence
 * @param place where
 * @param remedy the smallest change that takes it away
 * @since 0.1.0
 */
@API(status = API.Status.STABLE, since = "0.1.0")
public record Finding(
    RuleInfo rule, String violation, SourceLocation place, Optional<Remedy> remedy) {

  /**
   * The most severe first: by severity, concern, veto trigger and must-have in the specification's
   * order, then rule and place.
   */
  public static final Comparator<Finding> RANK =
      Comparator.comparing((Finding finding) -> finding.rule().severity())
          .thenComparing(finding -> finding.rule().concern())
          .thenComparing(finding -> finding.rule().trigger().map(Enum::ordinal).orElse(99))
          .thenComparing(finding -> finding.rule().mustHave().map(Enum::ordinal).orElse(99))
          .thenComparing(finding -> finding.rule().id())
          .thenComparing(Finding::place)
          .thenComparing(Finding::violation);

  /** What it does to the decision. */
  public Severity severity() {
    return rule.severity();
  }

  /** Whether it vetoes. */
  public boolean blocking() {
    return rule.severity() == Severity.BLOCK;
  }
}
