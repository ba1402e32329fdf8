package io.productionguardian.render.yaml;

import io.productionguardian.model.CommandLine;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Quotes words for bash, within a workflow. */
final class Bash {

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:=@%+,-]+");

  private Bash() {}

  /** A command of exactly these words. */
  static String command(CommandLine command) {
    return command.words().stream().map(Bash::word).collect(Collectors.joining(" "));
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
