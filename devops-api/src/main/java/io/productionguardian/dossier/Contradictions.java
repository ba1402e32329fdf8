package io.productionguardian.dossier;

import com.google.common.collect.ImmutableSet;
import io.productionguardian.document.Node;
import io.productionguardian.dossier.Sourced.Note;
import io.productionguardian.text.TextParsing;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Compares what two files say of the same thing: numbers, truth values and single words. */
final class Contradictions {

  /** Members that tell things apart within a list, and so are not compared themselves. */
  private static final ImmutableSet<String> NAMES = ImmutableSet.of("name", "stage", "alert");

  private Contradictions() {}

  static void compare(Node first, Node later, List<Note> found) {
    if (first.isObject() && later.isObject()) {
      later.members().keySet().stream()
          .filter(name -> !NAMES.contains(name))
          .forEach(
              name -> {
                Optional<Node> mine = first.get(name);
                Optional<Node> other = later.get(name);
                if (mine.isPresent() && other.isPresent()) {
                  compare(mine.get(), other.get(), found);
                }
              });
    } else if (first.isList() && later.isList()) {
      for (Node item : later.items()) {
        Optional<String> name = nameOf(item);
        if (name.isPresent()) {
          first.items().stream()
              .filter(mine -> nameOf(mine).equals(name))
              .findFirst()
              .ifPresent(mine -> compare(mine, item, found));
        }
      }
    } else if (isWord(first) && isWord(later) && !same(first, later)) {
      found.add(
          new Note(
              later.place(),
              later.name()
                  + " is "
                  + TextParsing.quoted(later.scalar().orElse(""))
                  + " here and "
                  + TextParsing.quoted(first.scalar().orElse(""))
                  + " at "
                  + first.place()));
    }
  }

  private static Optional<String> nameOf(Node item) {
    return NAMES.stream()
        .map(item::get)
        .flatMap(Optional::stream)
        .map(Node::text)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static boolean isWord(Node node) {
    return node.scalar().filter(text -> !text.isBlank() && !text.contains(" ")).isPresent();
  }

  private static boolean same(Node first, Node later) {
    if (first.number().isPresent() && later.number().isPresent()) {
      return first.number().get().compareTo(later.number().get()) == 0;
    }
    return Objects.equals(first.scalar(), later.scalar());
  }
}
