package io.productionguardian.dossier;

import com.google.common.collect.ImmutableList;
import io.productionguardian.document.Document;
import io.productionguardian.document.Node;
import io.productionguardian.model.Agent;
import io.productionguardian.model.EpicLayout;
import io.productionguardian.model.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * A message in an inbox, in any of the agents' forms: flat, header and body, or compact keys.
 *
 * @param node the message
 * @param inbox whose inbox it lies in
 * @param from the sender as it is stated
 * @param epicId for which epic
 * @param iterationNode in which iteration, as it is stated
 * @param time when, by its timestamp, its id or its file's name
 * @param type what kind of message, in the agent's word
 * @param subject what it is about
 * @since 0.1.0
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record Message(
    Node node,
    String inbox,
    Optional<String> from,
    Optional<String> epicId,
    Optional<Node> iterationNode,
    Optional<Timestamp> time,
    Optional<String> type,
    Optional<String> subject) {

  /** The messages of all inboxes, by path. */
  static List<Message> all(Collection<Document> documents) {
    return documents.stream()
        .filter(document -> document.file().startsWith(EpicLayout.INBOX))
        .flatMap(document -> document.root().map(Message::of).stream())
        .collect(ImmutableList.toImmutableList());
  }

  private static Message of(Node node) {
    Node header = node.get("header").orElse(node);
    Node body = node.get("body").orElse(node);
    return new Message(
        node,
        inbox(node.file()),
        text(header, "from").or(() -> text(node, "r")),
        text(header, "epic_id").or(() -> text(node, "epic")),
        header.get("iteration"),
        text(header, "timestamp")
            .or(() -> text(node, "d"))
            .flatMap(Timestamp::parse)
            .or(() -> text(header, "id").flatMap(Timestamp::findIn))
            .or(() -> Timestamp.findIn(node.file())),
        text(header, "type").or(() -> text(node, "st")),
        text(body, "subject").or(() -> text(header, "subject")));
  }

  /** The agent whose inbox a file lies in; empty for none. */
  private static String inbox(String path) {
    String below = path.substring(EpicLayout.INBOX.length());
    return below.contains("/") ? below.substring(0, below.indexOf('/')) : "";
  }

  /** The sender when it is one of the team. */
  public Optional<Agent> sender() {
    return from.flatMap(Agent::parse);
  }

  /** The iteration when it is a whole number. */
  public Optional<Integer> iteration() {
    return iterationNode.flatMap(Iterations::number);
  }

  private static Optional<String> text(Node node, String member) {
    return node.get(member).flatMap(Node::scalar);
  }
}
