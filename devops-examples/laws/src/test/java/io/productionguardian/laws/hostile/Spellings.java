package io.productionguardian.laws.hostile;

import static io.productionguardian.laws.hostile.Mutation.any;

import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** Ways in which agents and enemies write the same word. */
final class Spellings {

  /** Words that state nothing, as the contract names them. */
  static final List<String> NOTHING =
      List.of("none", "nobody", "n/a", "tbd", "todo", "-", "", " ", "\u200b", "\t", "\u00a0");

  /** Words of an objection, as the contract names them. */
  static final List<String> OBJECTIONS =
      List.of(
          "veto",
          "vetoed",
          "block",
          "blocked",
          "blocking",
          "blocker",
          "reject",
          "rejected",
          "rejection",
          "changes_required",
          "hold",
          "no-go",
          "objection",
          "stop");

  private static final String LATIN = "aceopxyiAEOPCXBHKMTv";
  private static final String ALIKE = "асеорхуіАЕОРСХВНКМТѵ";

  private Spellings() {}

  static String nothing(RandomGenerator random) {
    return cased(any(random, NOTHING), random);
  }

  static String objection(RandomGenerator random) {
    return word(any(random, OBJECTIONS), random);
  }

  /** A word in another spelling that people read as the same. */
  static String word(String word, RandomGenerator random) {
    return switch (random.nextInt(9)) {
      case 0, 1, 2 -> word;
      case 3, 4 -> cased(word, random);
      case 5 -> word.replace('_', any(random, ' ', '-')).replace('-', any(random, '-', ' ', '_'));
      case 6 -> " " + word + any(random, " ", "!", ".", "\n");
      case 7 -> alike(word, random);
      default -> inside(word, any(random, "\u200b", "\u00ad", "\ufeff", "\u2060"), random);
    };
  }

  static String cased(String word, RandomGenerator random) {
    return switch (random.nextInt(3)) {
      case 0 -> word;
      case 1 -> word.toUpperCase(Locale.ROOT);
      default ->
          word.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    };
  }

  /** With a letter that looks like its Latin one, or all in full width. */
  private static String alike(String word, RandomGenerator random) {
    StringBuilder other = new StringBuilder(word);
    boolean wide = random.nextInt(4) == 0;
    int from = random.nextInt(word.length());
    for (int i = 0; i < word.length(); i++) {
      int at = wide ? i : (from + i) % word.length();
      char letter = word.charAt(at);
      if (wide && letter > ' ') {
        other.setCharAt(at, (char) (letter - '!' + '！'));
      } else if (!wide && LATIN.indexOf(letter) >= 0) {
        other.setCharAt(at, ALIKE.charAt(LATIN.indexOf(letter)));
        break;
      }
    }
    return other.toString();
  }

  private static String inside(String word, String what, RandomGenerator random) {
    int at = random.nextInt(word.length() + 1);
    return word.substring(0, at) + what + word.substring(at);
  }
}
