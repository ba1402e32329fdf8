package io.productionguardian.dossier;

import static io.productionguardian.dossier.AgentRecords.member;

import com.google.common.collect.ImmutableList;
import io.productionguardian.document.Node;
import io.productionguardian.model.Stance;
import io.productionguardian.text.PlainWord;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Where the sender of a record stands: the members that say so, wherever in it they lie. */
final class Stances {

  /** The members that say it in a record itself and in what wraps it. */
  static final List<String> NAMES =
      ImmutableList.of(
          "type",
          "st",
          "message type",
          "kind",
          "decision",
          "verdict",
          "vote",
          "stance",
          "status",
          "review status",
          "outcome",
          "approval",
          "gate",
          "release decision",
          "recommendation");

  /** Those that say it of nothing else, however deep: a status may be that of a task. */
  private static final List<String> DEEP =
      ImmutableList.of(
          "message type", "decision", "verdict", "vote", "review status", "release decision");

  private static final Set<String> YES = Set.of("true", "yes", "y", "1", "on");

  /** A longer text is prose, which may tell of anything. */
  private static final int LONGEST_WORD = 60;

  private static final int DEEPEST = 6;

  private Stances() {}

  /** The words at these members of one level. */
  static Stream<String> at(Node level) {
    return NAMES.stream().flatMap(name -> words(level, name));
  }

  /** The words of one member: a text, or any within a list or an object. */
  private static Stream<String> words(Node level, String name) {
    return member(level, name).stream()
        .flatMap(value -> texts(value, DEEPEST))
        .filter(word -> word.length() <= LONGEST_WORD || !name.equals("recommendation"));
  }

  /** The words at any member that can say it, at any depth. */
  static Stream<String> anywhere(Node node) {
    return below(node, NAMES, DEEPEST);
  }

  /** Those at the members that say it of nothing else, at any depth. */
  static Stream<String> deep(Node node) {
    return below(node, DEEP, DEEPEST);
  }

  private static Stream<String> below(Node node, List<String> names, int deeper) {
    Stream<String> own = names.stream().flatMap(name -> words(node, name));
    return deeper == 0
        ? own
        : Stream.concat(
            own,
            Stream.concat(node.members().values().stream(), node.items().stream())
                .flatMap(below -> below(below, names, deeper - 1)));
  }

  private static Stream<String> texts(Node value, int deeper) {
    if (!value.isObject() && !value.isList()) {
      return value.scalar().stream();
    }
    return deeper == 0
        ? Stream.empty()
        : Stream.concat(value.members().values().stream(), value.items().stream())
            .flatMap(below -> texts(below, deeper - 1));
  }

  /** Whether it carries {@code blocking}, as a truth value or in words. */
  static boolean isBlocking(Node level) {
    return Stream.of("blocking", "is blocking", "blocks release")
        .map(name -> member(level, name).flatMap(Node::scalar))
        .flatMap(Optional::stream)
        .anyMatch(word -> YES.contains(PlainWord.of(word)));
  }

  /** What words and a flag come to; {@code unknown} where nothing is said or known. */
  static Stance of(List<String> words, boolean blocking) {
    List<Stance> stances = words.stream().map(Stance::of).toList();
    boolean known = stances.stream().anyMatch(it -> it == Stance.HARMLESS || it == Stance.CONSENT);
    if (stances.contains(Stance.OBJECTION) || (blocking && !known)) {
      return Stance.OBJECTION;
    }
    if (stances.contains(Stance.CONSENT)) {
      return Stance.CONSENT;
    }
    return known ? Stance.HARMLESS : Stance.UNKNOWN;
  }
}
