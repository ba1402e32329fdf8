package io.productionguardian.dossier;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How a container's health is checked.
 *
 * @param form by what means
 * @param words the path of an HTTP check, the command and its arguments, one text that a shell
 *     reads, a port, or nothing when the check is switched off
 * @since 0.1.0
 */
public record Check(Form form, ImmutableList<String> words) {

  /** What a check is for. */
  public enum Role {
    /** One check for everything, as compose has it. */
    HEALTH,
    /** Whether requests may be sent. */
    READINESS,
    /** Whether it must be restarted. */
    LIVENESS,
    /** Whether it has started. */
    STARTUP
  }

  /** By what means it is checked. */
  public enum Form {
    HTTP,
    /** A command with its arguments. */
    COMMAND,
    /** One text that a shell reads. */
    SHELL,
    TCP,
    GRPC,
    /** Switched off. */
    NONE
  }

  private static final ImmutableSet<String> ALWAYS_GOOD =
      ImmutableSet.of("true", ":", "echo", "printf", "sleep", "date", "pwd", "whoami", "hostname");
  private static final ImmutableSet<String> SHELLS =
      ImmutableSet.of("sh", "bash", "ash", "dash", "zsh");

  /** Programs of an interpreter that end well whatever the service does. */
  private static final Pattern GOOD_PROGRAM =
      Pattern.compile(
          "(import \\w+(, ?\\w+)*;|from \\w+ import \\w+;|require\\(['\"]\\w+['\"]\\);|\\s)*"
              + "((sys\\.)?exit\\((0|None|False)?\\)|os\\._exit\\(0\\)|quit\\(0?\\)|raise SystemExit(\\(0?\\))?"
              + "|pass|True|0|1|process\\.exit\\(0?\\)|exit 0|print\\([^()]*\\)|console\\.log\\([^()]*\\))?;?");

  /** Whether it says that all is well whatever the service does. */
  public boolean cannotFail() {
    return switch (form) {
      case SHELL -> words.stream().allMatch(Check::scriptCannotFail);
      case COMMAND -> commandCannotFail(words);
      default -> false;
    };
  }

  /** The check in one line. */
  public String text() {
    return words.isEmpty() ? form.name().toLowerCase(Locale.ROOT) : String.join(" ", words);
  }

  private static boolean commandCannotFail(List<String> words) {
    if (words.isEmpty()) {
      return true;
    }
    String program = words.get(0).substring(words.get(0).lastIndexOf('/') + 1);
    if (ALWAYS_GOOD.contains(program)) {
      return true;
    }
    if (program.equals("exit")) {
      return words.size() == 1 || words.get(1).equals("0");
    }
    if (words.size() < 3) {
      return false;
    }
    if (SHELLS.contains(program) && words.get(1).matches("-[a-z]*c")) {
      return scriptCannotFail(words.get(2));
    }
    return program.matches("(python[0-9.]*|node|ruby|perl)")
        && words.get(1).matches("-[ceE]")
        && GOOD_PROGRAM.matcher(words.get(2).strip()).matches();
  }

  /** Decides by the last command, and by what follows the last {@code ||}. */
  private static boolean scriptCannotFail(String script) {
    ImmutableList<ImmutableList<String>> commands = ShellText.commands(script);
    if (commands.isEmpty()) {
      return true;
    }
    // A list that a || or ; ends with a command that cannot fail cannot fail itself; after &&
    // every command before it must be of that kind too.
    int last = commands.size() - 1;
    if (!commandCannotFail(words(commands.get(last)))) {
      return false;
    }
    for (int i = last; i > 0 && commands.get(i).get(0).equals("&&"); i--) {
      if (!commandCannotFail(words(commands.get(i - 1)))) {
        return false;
      }
    }
    return true;
  }

  private static List<String> words(List<String> command) {
    return command.subList(1, command.size());
  }
}
