package io.productionguardian.render.yaml;

import com.google.common.collect.ImmutableSet;
import io.productionguardian.model.CommandLine;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Quotes words for bash, within a workflow. */
final class Bash {

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:=@%+,-]+");

  /** Words that bash takes for its grammar when they stand first. */
  private static final ImmutableSet<String> RESERVED =
      ImmutableSet.of(
          "case",
          "coproc",
          "do",
          "done",
          "elif",
          "else",
          "esac",
          "fi",
          "for",
          "function",
          "if",
          "in",
          "select",
          "then",
          "time",
          "until",
          "while");

  private Bash() {}

  /** A command of exactly these words. */
  static String command(CommandLine command) {
    String program = command.words().get(0);
    String first = RESERVED.contains(program) ? inQuotes(program) : word(program);
    return first
        + command.words().stream()
            .skip(1)
            .map(word -> " " + word(word))
            .collect(Collectors.joining());
  }

  /**
   * One word, whatever is in it; bare when nobody could take it for more.
   *
   * @throws IllegalArgumentException if it holds U+0000, which no argument can
   */
  static String word(String word) {
    if (word.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("a word of a command cannot hold U+0000");
    }
    return PLAIN.matcher(word).matches() ? word : inQuotes(word);
  }

  private static String inQuotes(String word) {
    // GitHub would fill in an expression before bash sees it, so the two characters are parted
    return "'" + word.replace("'", "'\\''").replace("${{", "$''{{") + "'";
  }
}
