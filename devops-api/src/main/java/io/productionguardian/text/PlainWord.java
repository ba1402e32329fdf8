package io.productionguardian.text;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.text.Normalizer;
import java.util.Locale;
import org.apiguardian.api.API;

/** Words as people mean them, whatever their case, their spaces and the look of their letters. */
@API(status = API.Status.INTERNAL, since = "0.1.0")
public final class PlainWord {

  /** Longer texts are no word; what is behind is not looked at. */
  private static final int LONGEST = 20_000;

  /** Letters of other scripts that look like Latin ones (Unicode TR 39), lower case. */
  private static final ImmutableMap<Integer, Character> LOOK_ALIKE = lookAlike();

  /** What people and agents write where nothing is stated. */
  private static final ImmutableSet<String> NOTHING =
      ImmutableSet.of(
          "",
          "none",
          "nobody",
          "no one",
          "noone",
          "nil",
          "null",
          "n a",
          "na",
          "not applicable",
          "nothing",
          "tbd",
          "tba",
          "tbc",
          "todo",
          "to do",
          "fixme",
          "xxx",
          "to be defined",
          "to be determined",
          "to be decided",
          "to be done",
          "to be added",
          "unknown",
          "not known",
          "undefined",
          "not defined",
          "not yet",
          "pending",
          "empty",
          "later",
          "placeholder",
          "missing",
          "unset",
          "nope",
          "no",
          "keine",
          "niemand",
          "no tests",
          "not available",
          "unassigned",
          "not set",
          "ninguno",
          "aucun");

  private PlainWord() {}

  private static ImmutableMap<Integer, Character> lookAlike() {
    String from =
        "\u0430\u0432\u0435\u0455\u0456\u0458\u043a\u043c\u043d\u043e\u0440\u0441\u0442\u0443\u0445\u044c\u0501\u051b\u051d"
            + "\u03b1\u03b2\u03b5\u03b9\u03ba\u03bd\u03bf\u03c1\u03c4\u03c5\u03c7\u03b7\u0131\u0261\u1d0f\u0433\u0475\u03b3";
    String to = "abesijkmhopctyxbdqw" + "abeikvoptuxnigorvy";
    ImmutableMap.Builder<Integer, Character> map = ImmutableMap.builder();
    for (int i = 0; i < from.length(); i++) {
      map.put((int) from.charAt(i), to.charAt(i));
    }
    return map.buildOrThrow();
  }

  /** Lower case letters a to z, digits and single spaces; letters of other scripts stay. */
  public static String of(String text) {
    String cut = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    String plain = Normalizer.normalize(cut, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    StringBuilder word = new StringBuilder(plain.length());
    plain.codePoints().forEach(c -> append(word, c));
    int end = word.length();
    return end > 0 && word.charAt(end - 1) == ' ' ? word.substring(0, end - 1) : word.toString();
  }

  private static void append(StringBuilder word, int c) {
    Character latin = LOOK_ALIKE.get(c);
    if (latin != null) {
      word.append(latin.charValue());
    } else if (Character.isLetterOrDigit(c)) {
      word.appendCodePoint(c);
    } else if (!isInvisible(c) && word.length() > 0 && word.charAt(word.length() - 1) != ' ') {
      word.append(' ');
    }
  }

  /** Zero-width characters, joiners and combining marks: they part no word. */
  private static boolean isInvisible(int c) {
    return switch (Character.getType(c)) {
      case Character.FORMAT, Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> true;
      default -> c == 0x3164 || c == 0xffa0;
    };
  }

  /** Whether a text states nothing: blank, signs only, or a word for nothing. */
  public static boolean isNothing(String text) {
    if (text.length() > 60) {
      return of(text).isEmpty(); // signs alone, however many
    }
    String plain = of(text);
    return plain.isEmpty()
        ? text.codePoints()
            .allMatch(
                c ->
                    " \t\r\n-._\u2013\u2014\u2026?!*/#~".indexOf(c) >= 0
                        || isInvisible(c)
                        || Character.isWhitespace(c)
                        || Character.isSpaceChar(c))
        : NOTHING.contains(plain);
  }
}
