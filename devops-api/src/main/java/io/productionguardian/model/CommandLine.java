package io.productionguardian.model;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apiguardian.api.API;

/**
 * A single command with its arguments; no shell operator, no expansion, no second command.
 *
 * @param words the command and its arguments, unquoted, at least one
 * @since 0.1.0
 */
@API(status = API.Status.STABLE, since = "0.1.0")
public record CommandLine(List<String> words) {

  /** Keeps copies. */
  public CommandLine {
    words = ImmutableList.copyOf(words);
  }

  private static final Pattern PROGRAM = Pattern.compile("[A-Za-z0-9_./][A-Za-z0-9_./+-]*");

  /** Bash reads these in the program's place as the beginning of something else than a command. */
  private static final ImmutableSet<String> RESERVED =
      ImmutableSet.of(
          "if",
          "then",
          "elif",
          "else",
          "fi",
          "for",
          "in",
          "until",
          "while",
          "do",
          "done",
          "case",
          "esac",
          "coproc",
          "select",
          "function",
          "time");

  private static final String OPERATORS = "|&;<>()$`\\\"'*?[]#~{}!";

  /**
   * Reads a command as people write it, with {@code '…'} and {@code "…"} around words that hold
   * spaces.
   *
   * @return empty if a shell would see more in it than one command and plain arguments
   */
  public static Optional<CommandLine> parse(String text) {
    ImmutableList.Builder<String> words = ImmutableList.builder();
    StringBuilder word = new StringBuilder();
    boolean inWord = false;
    char quote = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isISOControl(c)) {
        return Optional.empty();
      }
      if (quote != 0) {
        if (c == quote) {
          quote = 0;
        } else if (quote == '"' && "$`\\!".indexOf(c) >= 0) {
          return Optional.empty();
        } else {
          word.append(c);
        }
      } else if (c == '\'' || c == '"') {
        quote = c;
        inWord = true;
      } else if (c == ' ') {
        if (inWord) {
          words.add(word.toString());
        }
        word.setLength(0);
        inWord = false;
      } else if (OPERATORS.indexOf(c) >= 0) {
        return Optional.empty();
      } else {
        word.append(c);
        inWord = true;
      }
    }
    if (inWord) {
      words.add(word.toString());
    }
    List<String> all = words.build();
    return quote != 0
            || all.isEmpty()
            || !PROGRAM.matcher(all.get(0)).matches()
            || RESERVED.contains(all.get(0))
        ? Optional.empty()
        : Optional.of(new CommandLine(all));
  }
}
