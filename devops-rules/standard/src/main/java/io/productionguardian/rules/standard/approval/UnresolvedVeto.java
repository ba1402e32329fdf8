package io.productionguardian.rules.standard.approval;

import io.productionguardian.dossier.Dossier;
import io.productionguardian.dossier.LogEntry;
import io.productionguardian.dossier.Message;
import io.productionguardian.model.Agent;
import io.productionguardian.model.EpicLayout;
import io.productionguardian.model.Severity;
import io.productionguardian.model.Timestamp;
import io.productionguardian.rule.Remedy;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Violation;
import io.productionguardian.rules.standard.Examples;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** No other agent's veto or blocker stands in this iteration. */
public final class UnresolvedVeto implements Rule {

  private static final String APPROVE = "\"<approve once it is settled, e.g. approve>\"";

  private static final RuleInfo INFO =
      RuleInfo.of("unresolved-veto", Severity.BLOCK, RuleInfo.Concern.APPROVAL)
          .summary("No other agent's veto or blocker stands in this iteration.")
          .impact("Somebody of the team knows a reason why this must not be released")
          .requirement(
              "Each veto or blocker in the devops inbox and in the log was withdrawn "
                  + "later by its sender")
          .suggestion("Mend what the veto names, then let its sender approve")
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
    Withdrawals withdrawals = Withdrawals.of(dossier);
    return Stream.concat(
            dossier.messages().stream()
                .filter(message -> message.inbox().equals(Agent.DEVOPS.wireName()))
                .filter(message -> objects(message) && concerns(dossier, message.iteration()))
                .filter(message -> !message.sender().equals(Optional.of(Agent.DEVOPS)))
                .filter(
                    message ->
                        !withdrawals.settle(message.sender(), message.time(), message.type()))
                .map(
                    message ->
                        Violation.at(
                                message.node().place(),
                                "An unresolved "
                                    + message.type().orElse("veto")
                                    + " of "
                                    + name(message.sender()))
                            .remedy(
                                withdrawal(dossier, message.sender(), message.time())
                                    .orElseGet(() -> otherwise(message)))),
            dossier.ownLog().stream()
                .filter(entry -> !entry.byDevops() && concerns(dossier, entry.iteration()))
                .filter(entry -> entry.decision().filter(Objections::isObjection).isPresent())
                .filter(entry -> !withdrawals.settle(entry.agent(), entry.time(), entry.decision()))
                .map(
                    entry ->
                        Violation.at(
                                entry.node().place("decision"),
                                "An unresolved "
                                    + entry.decision().orElse("veto")
                                    + " of "
                                    + name(entry.agent()))
                            .remedy(
                                withdrawal(dossier, entry.agent(), entry.time())
                                    .orElseGet(() -> otherwise(dossier, entry)))))
        .toList();
  }

  /** Its sender says later that it is settled; nobody else can. */
  private static Optional<Remedy> withdrawal(
      Dossier dossier, Optional<Agent> sender, Optional<Timestamp> time) {
    if (sender.isEmpty() || time.isEmpty()) {
      return Optional.empty();
    }
    Timestamp later =
        Timestamp.of(time.get().toInstant(ZoneOffset.UTC).plusSeconds(60), ZoneOffset.UTC);
    String from = sender.get().wireName();
    return Optional.of(
        Remedy.write(
            EpicLayout.INBOX + "devops/" + from + "_settles_" + later + ".yaml",
            """
            from: %s
            to: devops
            timestamp: "<when it is settled, e.g. %s>"
            epic_id: %s
            iteration: %s
            type: "<approve once it is settled, e.g. approve>"
            subject: settled
            """
                .formatted(from, later, dossier.epic(), dossier.iteration())));
  }

  /** What has no readable time or sender can only be written anew by whoever wrote it. */
  private static Remedy otherwise(Message message) {
    boolean byType = message.type().filter(Objections::isObjection).isPresent();
    return message
        .node()
        .find(byType ? "type" : "subject")
        .or(() -> message.node().find("header", "type"))
        .map(node -> Remedy.replace(node.place(), APPROVE))
        .orElseGet(() -> Remedy.remove(message.node().place()));
  }

  private static Remedy otherwise(Dossier dossier, LogEntry entry) {
    return Remedy.line(
        entry.node().place(),
        Examples.logEntry(
            dossier.epic().value(), entry.agent().map(Agent::wireName).orElse("quality")));
  }

  private static boolean objects(Message message) {
    return message.type().filter(Objections::isObjection).isPresent()
        || message.subject().filter(Objections::isObjection).isPresent();
  }

  /** What is said for no readable iteration is taken to be said for this one. */
  private static boolean concerns(Dossier dossier, Optional<Integer> iteration) {
    return iteration.orElse(dossier.iteration()) == dossier.iteration();
  }

  private static String name(Optional<Agent> agent) {
    return agent.map(Agent::wireName).orElse("an unknown sender");
  }
}
