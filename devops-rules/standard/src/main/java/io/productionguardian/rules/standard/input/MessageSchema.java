package io.productionguardian.rules.standard.input;

import io.productionguardian.dossier.Dossier;
import io.productionguardian.model.EpicLayout;
import io.productionguardian.model.Severity;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Violation;
import java.util.List;

/**
 * Messages, log entries and a draft deployment.json have the types that their published schemas
 * state.
 */
public final class MessageSchema implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of("message-schema", Severity.WARN, RuleInfo.Concern.INPUT)
          .summary(
              "Messages, log entries and a draft deployment.json have the types that "
                  + "their published schemas state.")
          .impact("A member of another type is not taken into account")
          .requirement("Messages, log entries and drafts are as schema/v1 describes them")
          .suggestion("Give the member at the named place the type that is named")
          .action("correct_message_types")
          .example(
              """
              {"from": "quality", "type": ["veto"]}
              """,
              """
              {"from": "quality", "type": "veto"}
              """)
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Dossier dossier, Settings settings) {
    return dossier.violations().entrySet().stream()
        .filter(
            entry ->
                EpicLayout.REQUIRED.stream()
                    .map(EpicLayout::artifact)
                    .noneMatch(entry.getKey()::equals))
        .flatMap(entry -> entry.getValue().stream())
        .map(v -> Violation.at(v.place(), v.message()))
        .toList();
  }
}
