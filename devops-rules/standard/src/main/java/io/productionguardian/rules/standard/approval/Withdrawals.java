package io.productionguardian.rules.standard.approval;

import io.productionguardian.dossier.Dossier;
import io.productionguardian.dossier.LogEntry;
import io.productionguardian.dossier.Message;
import io.productionguardian.model.Agent;
import io.productionguardian.model.Stance;
import io.productionguardian.model.Timestamp;
import io.productionguardian.text.PlainWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What each agent took back of what it had said against the release. An objection is settled by its
 * own sender alone, for this epic, for its iteration or a later one, later in time and not after
 * now; in the log also further down, since entries are appended.
 */
final class Withdrawals {

  /**
   * A word of consent, or one that takes back a blocker.
   *
   * @param line where it stands in the log; empty in a message
   */
  private record Withdrawal(
      Agent sender, Timestamp time, int iteration, Optional<Integer> line, boolean blockersOnly) {}

  private final List<Withdrawal> all = new ArrayList<>();
  private final int current;

  private Withdrawals(int current) {
    this.current = current;
  }

  static Withdrawals of(Dossier dossier, Optional<Timestamp> now) {
    Withdrawals withdrawals = new Withdrawals(dossier.iteration());
    dossier.ownLog().forEach(entry -> withdrawals.add(entry, now));
    dossier.messages().stream()
        .filter(message -> message.inbox().equals(Agent.DEVOPS.wireName()))
        .filter(
            message ->
                message
                    .epicId()
                    .filter(id -> !PlainWord.of(id).equals(PlainWord.of(dossier.epic().value())))
                    .isEmpty())
        .forEach(message -> withdrawals.add(message, now));
    return withdrawals;
  }

  private void add(LogEntry entry, Optional<Timestamp> now) {
    boolean consent = entry.stance() == Stance.CONSENT;
    boolean blocker = entry.decision().filter(Withdrawals::takesBackBlocker).isPresent();
    if (consent || blocker) {
      add(
          entry.agent(),
          entry.time(),
          entry.iteration(),
          Optional.of(entry.node().line()),
          !consent,
          now);
    }
  }

  private void add(Message message, Optional<Timestamp> now) {
    if (message.stance() == Stance.CONSENT) {
      add(message.sender(), message.time(), message.iteration(), Optional.empty(), false, now);
    }
  }

  private void add(
      Optional<Agent> sender,
      Optional<Timestamp> time,
      Optional<Integer> iteration,
      Optional<Integer> line,
      boolean blockersOnly,
      Optional<Timestamp> now) {
    boolean future = time.isPresent() && now.filter(it -> time.get().compareTo(it) > 0).isPresent();
    if (sender.isPresent() && time.isPresent() && !future) {
      all.add(
          new Withdrawal(sender.get(), time.get(), iteration.orElse(current), line, blockersOnly));
    }
  }

  private static boolean takesBackBlocker(String word) {
    String plain = PlainWord.of(word);
    return plain.equals("complete")
        || plain.equals("resolve blocker")
        || plain.equals("blocker resolved");
  }

  /** Whether its sender took an entry of the log back. */
  boolean settle(LogEntry objection) {
    return settle(
        objection.agent(),
        objection.time(),
        objection.iteration(),
        Optional.of(objection.node().line()),
        isBlocker(objection.decision()));
  }

  /** Whether its sender took a message back. */
  boolean settle(Message objection) {
    return settle(
        objection.sender(),
        objection.time(),
        objection.iteration(),
        Optional.empty(),
        isBlocker(objection.type()));
  }

  private static boolean isBlocker(Optional<String> word) {
    return word.map(PlainWord::of).filter(plain -> plain.startsWith("block")).isPresent();
  }

  private boolean settle(
      Optional<Agent> sender,
      Optional<Timestamp> time,
      Optional<Integer> iteration,
      Optional<Integer> line,
      boolean blocker) {
    return time.isPresent()
        && all.stream()
            .filter(it -> sender.equals(Optional.of(it.sender())))
            .filter(it -> !it.blockersOnly() || blocker)
            .filter(it -> it.time().compareTo(time.get()) > 0)
            .filter(it -> it.iteration() >= iteration.orElse(current))
            .anyMatch(it -> line.isEmpty() || it.line().isEmpty() || it.line().get() > line.get());
  }
}
