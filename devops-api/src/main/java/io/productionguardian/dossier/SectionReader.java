package io.productionguardian.dossier;

import com.google.common.collect.ImmutableList;
import io.productionguardian.document.Node;
import io.productionguardian.dossier.Sourced.AppliedDefault;
import io.productionguardian.dossier.Sourced.Note;
import io.productionguardian.model.Placeholder;
import io.productionguardian.text.Durations;
import io.productionguardian.text.PlainWord;
import io.productionguardian.text.TextParsing;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads members of sections; what means nothing where it stands is noted and counts as absent. */
final class SectionReader {

  private static final Pattern NAMED = Pattern.compile("such as (?:\"([^\"<>]+)\"|([^\"<> ]+))");
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,59}");

  private final List<AppliedDefault> defaults = new ArrayList<>();
  private final List<Note> malformed = new ArrayList<>();

  List<AppliedDefault> defaults() {
    return defaults;
  }

  List<Note> malformed() {
    return malformed;
  }

  void malformed(Node node, String wanted) {
    malformed(node, wanted, example(node, wanted));
  }

  private void malformed(Node node, String wanted, Optional<Placeholder> example) {
    malformed.add(
        new Note(
            node.place(),
            node.name()
                + " is "
                + node.scalar().map(TextParsing::quoted).orElse("not a single value")
                + ", expected "
                + wanted,
            example));
  }

  /** A value of the expected form, where its description names one. */
  private static Optional<Placeholder> example(Node node, String wanted) {
    Matcher named = NAMED.matcher(wanted);
    return named.find()
        ? Optional.of(
            Placeholder.text(
                name(node), Optional.ofNullable(named.group(1)).orElse(named.group(2))))
        : Optional.empty();
  }

  private static String name(Node node) {
    return NAME.matcher(node.name()).matches() ? node.name() : "value";
  }

  /** Whether a text states something: it is no placeholder and no word for nothing. */
  static boolean states(String text) {
    return !Placeholder.is(text) && !PlainWord.isNothing(text);
  }

  /** A text that states something. */
  Optional<String> text(Node in, String member) {
    return in.get(member).flatMap(Node::scalar).map(String::strip).filter(SectionReader::states);
  }

  /** A text of a form. */
  Optional<String> text(Node in, String member, Pattern form, String wanted) {
    return checked(
        in, member, node -> node.scalar().filter(t -> form.matcher(t).matches()), wanted);
  }

  Optional<Integer> count(Node in, String member, int least, int most) {
    return checked(
        in,
        member,
        node -> node.integer().filter(n -> n >= least && n <= most),
        "a whole number from " + least + " to " + most,
        node -> Optional.of(Placeholder.integer(name(node), least)));
  }

  Optional<BigDecimal> amount(Node in, String member, boolean zeroAllowed, long most) {
    return checked(
        in,
        member,
        node ->
            node.number()
                .filter(n -> n.signum() > 0 || (zeroAllowed && n.signum() == 0))
                .filter(n -> n.compareTo(BigDecimal.valueOf(most)) <= 0),
        "a number " + (zeroAllowed ? "from 0" : "above 0") + " to " + most,
        node -> Optional.of(Placeholder.number(name(node), BigDecimal.ONE)));
  }

  /** Seconds, as a number in one member or in words in another. */
  Optional<BigDecimal> seconds(Node in, String asNumber, String inWords) {
    return amount(in, asNumber, false, 86_400)
        .or(
            () ->
                checked(
                    in,
                    inWords,
                    node ->
                        node.number()
                            .or(() -> node.text().flatMap(Durations::seconds))
                            .filter(n -> n.signum() > 0),
                    "a duration such as \"30 seconds\""));
  }

  Optional<Boolean> flag(Node in, String member) {
    return checked(
        in,
        member,
        Node::bool,
        "true or false",
        node -> Optional.of(Placeholder.bool(name(node), true)));
  }

  <T> T orDefault(Optional<T> stated, String member, T value, String reason) {
    return stated.orElseGet(
        () -> {
          defaults.add(new AppliedDefault(member, value.toString(), reason));
          return value;
        });
  }

  <T> Optional<T> checked(Node in, String member, Function<Node, Optional<T>> read, String wanted) {
    return checked(in, member, read, wanted, node -> example(node, wanted));
  }

  private <T> Optional<T> checked(
      Node in,
      String member,
      Function<Node, Optional<T>> read,
      String wanted,
      Function<Node, Optional<Placeholder>> example) {
    Optional<Node> node = in.get(member);
    Optional<T> value =
        node.filter(stated -> stated.text().filter(Placeholder::is).isEmpty()).flatMap(read);
    if (node.isPresent() && value.isEmpty()) {
      malformed(node.get(), wanted, example.apply(node.get()));
    }
    return value;
  }

  /** What a reader makes of each item of a list; the rest is left out. */
  static <T> List<Sourced<T>> all(
      Optional<Node> section, String member, Function<Node, Optional<T>> reader) {
    return section.flatMap(node -> node.get(member)).map(Node::items).orElse(List.of()).stream()
        .flatMap(item -> reader.apply(item).map(value -> new Sourced<>(value, item)).stream())
        .collect(ImmutableList.toImmutableList());
  }

  /** The texts of a list, each with its place. */
  static List<Sourced<String>> textFacts(Node list) {
    return list.items().stream()
        .flatMap(item -> item.text().map(text -> new Sourced<>(text, item)).stream())
        .collect(ImmutableList.toImmutableList());
  }

  /** Texts, or objects that have a name. */
  private static Stream<String> named(Node list) {
    return list.isList()
        ? list.items().stream()
            .flatMap(
                item ->
                    (item.isObject() ? item.get("name").flatMap(Node::text) : item.scalar())
                        .stream())
        : list.texts().stream();
  }

  /** The texts of the first of these members that is there, without those that state nothing. */
  static List<String> texts(Node node, String... members) {
    for (String member : members) {
      Optional<Node> found = node.get(member);
      if (found.isPresent()) {
        return named(found.get())
            .filter(SectionReader::states)
            .collect(ImmutableList.toImmutableList());
      }
    }
    return ImmutableList.of();
  }
}
