package io.productionguardian.dossier;

import io.productionguardian.document.Node;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads members of sections; what means nothing where it stands is noted and counts as absent. */
final class SectionReader {

  private static final Pattern PLACEHOLDER = Pattern.compile("(?s)\\s*<[^<>]*>\\s*");

  private final List<Default> defaults = new ArrayList<>();
  private final List<Remark> malformed = new ArrayList<>();

  List<Default> defaults() {
    return defaults;
  }

  List<Remark> malformed() {
    return malformed;
  }

  void malformed(Node node, String wanted) {
    malformed.add(
        new Remark(
            node.place(),
            node.name()
                + " is "
                + node.scalar().map(Words::quoted).orElse("not a single value")
                + ", wanted is "
                + wanted));
  }

  /** A text that is not blank. */
  Optional<String> text(Node in, String member) {
    return in.get(member)
        .flatMap(Node::scalar)
        .map(String::strip)
        .filter(text -> !isPlaceholder(text))
        .filter(t -> !t.isEmpty());
  }

  /** What a remedy shows as {@code <what, e.g. value>}, pasted and not filled in. */
  static boolean isPlaceholder(String text) {
    return PLACEHOLDER.matcher(text).matches();
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
        "a whole number from " + least + " to " + most);
  }

  Optional<BigDecimal> amount(Node in, String member, boolean zeroAllowed, long most) {
    return checked(
        in,
        member,
        node ->
            node.number()
                .filter(n -> n.signum() > 0 || (zeroAllowed && n.signum() == 0))
                .filter(n -> n.compareTo(BigDecimal.valueOf(most)) <= 0),
        "a number " + (zeroAllowed ? "from 0" : "above 0") + " to " + most);
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
                            .or(() -> node.text().flatMap(Words::seconds))
                            .filter(n -> n.signum() > 0),
                    "a duration such as \"30 seconds\""));
  }

  Optional<Boolean> flag(Node in, String member) {
    return checked(in, member, Node::bool, "true or false");
  }

  <T> T orDefault(Optional<T> stated, String member, T value, String reason) {
    return stated.orElseGet(
        () -> {
          defaults.add(new Default(member, value.toString(), reason));
          return value;
        });
  }

  <T> Optional<T> checked(
      Node in, String member, java.util.function.Function<Node, Optional<T>> read, String wanted) {
    Optional<Node> node = in.get(member);
    Optional<T> value = node.flatMap(read);
    if (node.isPresent() && value.isEmpty()) {
      malformed(node.get(), wanted);
    }
    return value;
  }
}
