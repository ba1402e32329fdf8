package io.productionguardian.dossier;

import static io.productionguardian.dossier.AgentRecords.member;

import com.google.common.collect.ImmutableList;
import io.productionguardian.document.Document;
import io.productionguardian.document.Node;
import io.productionguardian.model.Agent;
import io.productionguardian.model.EpicLayout;
import io.productionguardian.model.Stance;
import io.productionguardian.model.Timestamp;
import io.productionguardian.text.PlainWord;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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

  /** Where agents put what they say; the first of them that is there is looked into. */
  private static final List<String> WRAPPERS =
      List.of(
          "header",
          "body",
          "content",
          "message",
          "payload",
          "data",
          "envelope",
          "details",
          "review",
          "result");

  private static final int DEEPEST = 6;

  /** The messages of all inboxes, by path: each document of a file, and each item of a list. */
  static List<Message> all(Collection<Document> documents) {
    return documents.stream()
        .filter(document -> document.file().startsWith(EpicLayout.INBOX))
        .flatMap(AgentRecords::in)
        .map(Message::of)
        .collect(ImmutableList.toImmutableList());
  }

  private static Message of(Node node) {
    Node header = member(node, "header").orElse(node);
    Node body = member(node, "body").orElse(node);
    return new Message(
        node,
        inbox(node.file()),
        text(header, "from").or(() -> text(node, "from")).or(() -> text(node, "r")),
        text(header, "epic id").or(() -> text(node, "epic")),
        member(header, "iteration"),
        text(header, "timestamp")
            .or(() -> text(node, "d"))
            .flatMap(Timestamp::parse)
            .or(() -> text(header, "id").flatMap(Timestamp::findIn))
            .or(() -> Timestamp.findIn(node.file())),
        text(header, "type").or(() -> text(node, "st")),
        text(body, "subject").or(() -> text(header, "subject")));
  }

  /** The message, and what wraps it. */
  private List<Node> levels() {
    return Stream.concat(
            Stream.of(node), WRAPPERS.stream().flatMap(name -> member(node, name).stream()))
        .toList();
  }

  /** The words that say where the sender stands: at the usual places, or else anywhere in it. */
  private List<String> stanceWords() {
    List<String> words =
        Stream.concat(levels().stream().flatMap(Stances::at), Stances.deep(node)).toList();
    return words.isEmpty() ? Stances.anywhere(node).toList() : words;
  }

  /** Where the sender stands, however they say it. */
  public Stance stance() {
    List<String> words = stanceWords();
    Stance stance = Stances.of(words, levels().stream().anyMatch(Stances::isBlocking));
    return subject.filter(Message::objects).isPresent()
            || (words.isEmpty() && allTexts(node, DEEPEST).anyMatch(Stance::inProse))
        ? Stance.OBJECTION
        : stance;
  }

  /** A subject objects by its first word; further on it may tell of anything. */
  private static boolean objects(String subject) {
    int end = subject.indexOf(':');
    String first = end > 0 ? subject.substring(0, end) : subject;
    boolean word =
        first.length() <= 30
            && PlainWord.of(first).indexOf(' ') < 0
            && Stance.of(first) == Stance.OBJECTION;
    return word || PlainWord.of(subject).startsWith("veto ");
  }

  private static Stream<String> allTexts(Node node, int deeper) {
    if (!node.isObject() && !node.isList()) {
      return node.scalar().stream();
    }
    return deeper == 0
        ? Stream.empty()
        : Stream.concat(
            node.members().keySet().stream(),
            Stream.concat(node.members().values().stream(), node.items().stream())
                .flatMap(below -> allTexts(below, deeper - 1)));
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
    return member(node, member).flatMap(Node::scalar);
  }
}
