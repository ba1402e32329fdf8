package io.productionguardian.dossier;

import static io.productionguardian.dossier.AgentRecords.member;

import com.google.common.collect.ImmutableList;
import io.productionguardian.document.Document;
import io.productionguardian.document.Node;
import io.productionguardian.model.Agent;
import io.productionguardian.model.EpicId;
import io.productionguardian.model.EpicLayout;
import io.productionguardian.model.Stance;
import io.productionguardian.model.Timestamp;
import io.productionguardian.text.PlainWord;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * An entry of the decision log.
 *
 * @param node the entry
 * @param agent who decided
 * @param decision what, in the agent's word
 * @param epicId for which epic
 * @param iteration in which iteration, when it is a whole number
 * @param time when
 * @since 0.1.0
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record LogEntry(
    Node node,
    Optional<Agent> agent,
    Optional<String> decision,
    Optional<String> epicId,
    Optional<Integer> iteration,
    Optional<Timestamp> time) {

  /** The entries of a decision log in the file's order. */
  static List<LogEntry> all(Optional<Document> log) {
    return log.stream()
        .flatMap(AgentRecords::in)
        .map(LogEntry::of)
        .collect(ImmutableList.toImmutableList());
  }

  /** Those for an epic, however its id is written; one that names no epic is taken for it. */
  static List<LogEntry> own(List<LogEntry> log, EpicId epic) {
    String own = PlainWord.of(epic.value());
    return log.stream()
        .filter(entry -> PlainWord.of(entry.epicId().orElse(own)).equals(own))
        .collect(ImmutableList.toImmutableList());
  }

  /** Reads an entry. */
  public static LogEntry of(Node node) {
    return new LogEntry(
        node,
        node.get("agent").flatMap(Node::text).flatMap(Agent::parse),
        member(node, "decision")
            .or(() -> member(node, "verdict"))
            .map(word -> String.join(", ", word.texts()))
            .filter(word -> !word.isEmpty()),
        node.get("epic_id").flatMap(Node::text),
        node.get("iteration").flatMap(Iterations::number),
        node.get("timestamp").flatMap(Node::text).flatMap(Timestamp::parse));
  }

  /** Where who wrote it stands: by the decision, or by what else says it in the entry. */
  public Stance stance() {
    Optional<Node> details = node.get("details");
    return Stances.of(
        Stream.of(
                decision.stream(),
                Stances.at(node),
                member(node, "action").flatMap(Node::scalar).stream(),
                details.stream().flatMap(Stances::deep))
            .flatMap(words -> words)
            .toList(),
        Stances.isBlocking(node) || details.filter(Stances::isBlocking).isPresent());
  }

  /** Whether devops wrote it, a person's, a model's or this project's. */
  public boolean byDevops() {
    return agent.filter(who -> who == Agent.DEVOPS).isPresent();
  }

  /** Whether this project wrote it. */
  public boolean byGuardian() {
    return byDevops()
        && detail("generated_by").filter(name -> name.startsWith(EpicLayout.GENERATOR)).isPresent();
  }

  /** A text of the entry's details. */
  public Optional<String> detail(String name) {
    return node.find("details", name).flatMap(Node::text);
  }
}
