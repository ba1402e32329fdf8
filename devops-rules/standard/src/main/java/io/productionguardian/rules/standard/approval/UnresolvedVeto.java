package io.productionguardian.rules.standard.approval;

import io.productionguardian.document.SourceLocation;
import io.productionguardian.dossier.Dossier;
import io.productionguardian.model.Agent;
import io.productionguardian.model.Severity;
import io.productionguardian.model.Stance;
import io.productionguardian.model.Timestamp;
import io.productionguardian.rule.AppliesBy;
import io.productionguardian.rule.Remedy;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Violation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** No other agent's veto or blocker stands in this iteration. */
public final class UnresolvedVeto implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of("unresolved-veto", Severity.BLOCK, RuleInfo.Concern.APPROVAL)
          .summary("No other agent's veto or blocker stands in this iteration.")
          .impact("Somebody of the team knows a reason why this must not be released")
          .requirement(
              "Each veto or blocker in the devops inbox and in the log was withdrawn "
                  + "later by its sender")
          .suggestion("Fix what the veto names, then let its sender approve")
          .action("resolve_veto")
          .example(
              """
              # messages/inbox/devops/veto_2026_11_20_10_00_00.yaml
              from: quality
              type: veto
              """,
              """
              # messages/inbox/devops/approve_2026_11_20_11_00_00.yaml, written later
              from: quality
              type: approve
              """)
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Dossier dossier, Settings settings) {
    Withdrawals withdrawals = Withdrawals.of(dossier, settings.now());
    return Stream.concat(
            dossier.messages().stream()
                .filter(message -> message.inbox().equals(Agent.DEVOPS.wireName()))
                .filter(message -> message.stance() == Stance.OBJECTION)
                .filter(message -> concerns(dossier, message.iteration()))
                .filter(message -> !message.sender().equals(Optional.of(Agent.DEVOPS)))
                .filter(message -> !withdrawals.settle(message))
                .map(
                    message ->
                        Violation.at(
                                message.node().place(),
                                "An unresolved "
                                    + objection(message.type())
                                    + " of "
                                    + name(message.sender()))
                            .remedy(
                                withdrawal(
                                    message.sender(), message.time(), message.node().place()))),
            dossier.ownLog().stream()
                .filter(entry -> !entry.byDevops() && concerns(dossier, entry.iteration()))
                .filter(entry -> entry.stance() == Stance.OBJECTION)
                .filter(entry -> !withdrawals.settle(entry))
                .map(
                    entry ->
                        Violation.at(
                                entry.node().place("decision"),
                                "An unresolved "
                                    + objection(entry.decision())
                                    + " of "
                                    + name(entry.agent()))
                            .remedy(withdrawal(entry.agent(), entry.time(), entry.node().place()))))
        .toList();
  }

  /** Its sender says later that it is settled; nobody else can, and not without a time. */
  private static Remedy withdrawal(
      Optional<Agent> sender, Optional<Timestamp> time, SourceLocation place) {
    if (sender.isEmpty()) {
      return Remedy.ask(
          AppliesBy.PERSON, "Find out who wrote %s, and let them withdraw it".formatted(place));
    }
    return Remedy.ask(
        AppliesBy.agent(sender.get()),
        time.isPresent()
            ? "When what %s names is settled, send devops a message of type approve with a later timestamp"
                .formatted(place)
            : "Write %s again with its timestamp, so that it can be withdrawn later"
                .formatted(place));
  }

  /** What is said for a later iteration, none, or one that cannot be, is said of this one too. */
  private static boolean concerns(Dossier dossier, Optional<Integer> iteration) {
    int stated = iteration.orElse(0);
    return stated < 1 || stated >= dossier.iteration();
  }

  private static String objection(Optional<String> word) {
    return word.filter(it -> Stance.of(it) == Stance.OBJECTION).orElse("objection");
  }

  private static String name(Optional<Agent> agent) {
    return agent.map(Agent::wireName).orElse("an unknown sender");
  }
}
