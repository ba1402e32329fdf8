package io.productionguardian.rules.standard.approval;

import io.productionguardian.dossier.Dossier;
import io.productionguardian.dossier.LogEntry;
import io.productionguardian.dossier.Message;
import io.productionguardian.model.Agent;
import io.productionguardian.model.Timestamp;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * When each agent last took back what it had said against the release: the last time decides
 * whether there is one later than an objection, however many of both a log has.
 */
final class Withdrawals {

  private final Map<Agent, Timestamp> withdrawn = new EnumMap<>(Agent.class);
  private final Map<Agent, Timestamp> completed = new EnumMap<>(Agent.class);

  /** When blockers were last resolved, by whomever. */
  private Optional<Timestamp> resolved = Optional.empty();

  private Withdrawals() {}

  static Withdrawals of(Dossier dossier) {
    Withdrawals withdrawals = new Withdrawals();
    dossier.ownLog().forEach(withdrawals::add);
    dossier.messages().stream()
        .filter(message -> message.inbox().equals(Agent.DEVOPS.wireName()))
        .forEach(withdrawals::add);
    return withdrawals;
  }

  private void add(LogEntry entry) {
    if (entry.decision().filter(Objections::isWithdrawal).isPresent()) {
      later(withdrawn, entry.agent(), entry.time());
    }
    if (entry.decision().equals(Optional.of("complete"))) {
      later(completed, entry.agent(), entry.time());
    }
    if (entry.decision().filter(Objections::resolvesBlocker).isPresent()) {
      resolved = entry.time().filter(time -> !isLater(resolved, time)).or(() -> resolved);
    }
  }

  private void add(Message message) {
    if (message.type().filter(Objections::isWithdrawal).isPresent()) {
      later(withdrawn, message.sender(), message.time());
    }
  }

  private static void later(
      Map<Agent, Timestamp> times, Optional<Agent> agent, Optional<Timestamp> time) {
    if (agent.isPresent() && time.isPresent()) {
      times.merge(agent.get(), time.get(), (one, other) -> isLater(one, other) ? one : other);
    }
  }

  /** Whether its sender took it back later, or a blocker was resolved by anybody. */
  boolean settle(Optional<Agent> sender, Optional<Timestamp> time, Optional<String> word) {
    if (time.isEmpty()) {
      return false;
    }
    boolean blocker = word.filter(w -> w.startsWith("block")).isPresent();
    return isLater(sender.map(withdrawn::get), time.get())
        || (blocker && isLater(sender.map(completed::get), time.get()))
        || (blocker && isLater(resolved, time.get()));
  }

  private static boolean isLater(Optional<Timestamp> time, Timestamp than) {
    return time.filter(other -> isLater(other, than)).isPresent();
  }

  private static boolean isLater(Timestamp time, Timestamp than) {
    return time.compareTo(than) > 0;
  }
}
