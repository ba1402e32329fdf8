package io.productionguardian;

import io.productionguardian.document.SourceLocation;
import io.productionguardian.dossier.Dossier;
import io.productionguardian.model.Severity;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Violation;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** A rule whose answer a test gives. */
public record TestRule(RuleInfo info, BiFunction<Dossier, Settings, List<Violation>> body)
    implements Rule {

  @Override
  public List<Violation> check(Dossier dossier, Settings settings) {
    return body.apply(dossier, settings);
  }

  /** Complete metadata but for what a test adds. */
  public static RuleInfo.Builder info(String id, Severity severity, RuleInfo.Concern concern) {
    return RuleInfo.of(id, severity, concern)
        .summary("s")
        .impact("i")
        .requirement("r")
        .suggestion("m")
        .action("act");
  }

  /** A blocking rule that finds this at the review. */
  public static TestRule blocking(String id, String... messages) {
    return new TestRule(
        info(id, Severity.BLOCK, RuleInfo.Concern.CUSTOM).build(), (d, s) -> at(messages));
  }

  /** These messages, each at the review's root. */
  public static List<Violation> at(String... messages) {
    return Stream.of(messages)
        .map(message -> Violation.at(SourceLocation.of(EpicFixture.REVIEW), message))
        .toList();
  }
}
