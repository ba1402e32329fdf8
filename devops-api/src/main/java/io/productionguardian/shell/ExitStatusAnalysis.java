package io.productionguardian.shell;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.regex.Pattern;
import org.apiguardian.api.API;

/**
 * How a command or a shell's text may end, whatever the service does. Where that cannot be told, it
 * may end either way.
 */
@API(status = API.Status.INTERNAL, since = "0.1.0")
public final class ExitStatusAnalysis {

  private static final int GOOD = 1;
  private static final int BAD = 2;

  /** A failure that {@code set -e} overlooks: something in a list went wrong before its end. */
  private static final int OVERLOOKED = 4;

  private static final int EITHER = GOOD | BAD;

  private static final int DEEPEST = 20;
  private static final int LONGEST_PROGRAM = 500;

  private static final ImmutableSet<String> ALWAYS_GOOD =
      ImmutableSet.of(
          "true",
          ":",
          "echo",
          "printf",
          "sleep",
          "date",
          "pwd",
          "whoami",
          "hostname",
          "id",
          "uname",
          "uptime",
          "nproc",
          "export",
          "set",
          "shift",
          "trap",
          "umask",
          "unset");
  private static final ImmutableSet<String> GOOD_ALONE =
      ImmutableSet.of("ls", "env", "printenv", "ps", "cd", "sync", "wait");
  private static final ImmutableSet<String> SHELLS =
      ImmutableSet.of("sh", "bash", "ash", "dash", "zsh", "ksh");
  private static final ImmutableSet<String> WRAPPERS =
      ImmutableSet.of(
          "command", "builtin", "env", "exec", "nice", "nohup", "sudo", "time", "timeout");

  private static final ImmutableSet<String> OPEN =
      ImmutableSet.of("if", "while", "until", "for", "case", "select", "{", "(", "function");
  private static final ImmutableSet<String> MIDDLE = ImmutableSet.of("then", "else", "elif", "do");
  private static final ImmutableSet<String> CLOSE = ImmutableSet.of("fi", "done", "esac", "}", ")");

  private static final Pattern ASSIGNMENT = Pattern.compile("(?s)[A-Za-z_][A-Za-z0-9_]*\\+?=.*");

  /** Programs of an interpreter that end well whatever the service does. */
  private static final Pattern GOOD_PROGRAM =
      Pattern.compile(
          "(import \\w+(, ?\\w+)*;|from \\w+ import \\w+;|require\\(['\"]\\w+['\"]\\);|\\s)*"
              + "((sys\\.)?exit(\\((0|None|False)?\\))?|os\\._exit\\(0\\)|quit\\(0?\\)"
              + "|raise SystemExit(\\(0?\\))?|pass|True|0|1|process\\.exit\\(0?\\)|exit 0"
              + "|print\\([^()]*\\)|console\\.log\\([^()]*\\))?;?");

  private int running = GOOD;
  private int ended;
  private int open;
  private boolean stopsAtFailure;
  private boolean pipesFail;
  private final int depth;

  private ExitStatusAnalysis(int depth) {
    this.depth = depth;
  }

  /** Whether a shell's text cannot end badly. */
  public static boolean alwaysGood(String script) {
    return (script(script, false, 0) & BAD) == 0;
  }

  /** Whether a command that no shell reads cannot end badly. */
  public static boolean alwaysGood(List<String> command) {
    return (command(command, GOOD, 0) & BAD) == 0;
  }

  // A shell's text

  private static int script(String script, boolean stopsAtFailure, int depth) {
    if (depth > DEEPEST) {
      return EITHER;
    }
    ExitStatusAnalysis outcomes = new ExitStatusAnalysis(depth);
    outcomes.stopsAtFailure = stopsAtFailure;
    List<ShellText.Command> commands = ShellText.commands(script);
    for (int i = 0; i < commands.size(); ) {
      int end = i + 1;
      while (end < commands.size() && commands.get(end).before().equals("|")) {
        end++;
      }
      outcomes.pipeline(commands.subList(i, end));
      i = end;
    }
    return outcomes.ended | seen(outcomes.running);
  }

  /** What the status says of itself. */
  private static int seen(int running) {
    return (running & GOOD) | ((running & (BAD | OVERLOOKED)) == 0 ? 0 : BAD);
  }

  private void pipeline(List<ShellText.Command> pipeline) {
    ShellText.Command first = pipeline.get(0);
    List<String> words = first.words();
    boolean negated = false;
    while (!words.isEmpty() && isKeyword(words.get(0))) {
      String keyword = words.get(0);
      open += OPEN.contains(keyword) ? 1 : CLOSE.contains(keyword) ? -1 : 0;
      negated ^= keyword.equals("!");
      boolean noCommand =
          keyword.equals("for") || keyword.equals("case") || keyword.equals("function");
      if (noCommand) {
        open += keyword.equals("for") ? 0 : 1_000; // patterns and names: nothing is certain here
        return;
      }
      words = words.subList(1, words.size());
    }
    if (words.isEmpty()) {
      return;
    }
    if (stopsAtFailure && !first.before().equals("&&") && !first.before().equals("||")) {
      ended |= running & BAD;
      running &= ~BAD;
    }
    int reaching =
        switch (first.before()) {
          case "&&" -> running & GOOD;
          case "||" -> running & (BAD | OVERLOOKED);
          default -> running;
        };
    if (reaching == 0) {
      return;
    }
    int passing = running & ~reaching;
    if ((passing & BAD) != 0) {
      passing = (passing & ~BAD) | OVERLOOKED;
    }
    // Between if and fi, a command may run or not.
    int without = open > 0 ? running : 0;
    int outcome = outcome(pipeline, words, seen(reaching));
    boolean ends = pipeline.size() == 1 && !first.background() && leaves(words);
    if (ends) {
      ended |= outcome;
      running = passing | without;
    } else {
      running = passing | without | (negated ? flipped(outcome) : outcome);
    }
  }

  private static boolean isKeyword(String word) {
    return word.equals("!") || OPEN.contains(word) || MIDDLE.contains(word) || CLOSE.contains(word);
  }

  private static boolean leaves(List<String> words) {
    return words.get(0).equals("exit")
        || words.get(0).equals("return")
        || (words.get(0).equals("exec")
            && words.size() > 1
            && !words.get(1).matches("[0-9]*[<>].*"));
  }

  private int outcome(List<ShellText.Command> pipeline, List<String> first, int status) {
    ShellText.Command last = pipeline.get(pipeline.size() - 1);
    if (last.background()) {
      return GOOD;
    }
    if (pipeline.size() == 1) {
      setOptions(first);
      return command(first, status, depth);
    }
    int outcome = command(last.words(), status, depth);
    if (!pipesFail) {
      return outcome;
    }
    outcome |= command(first, status, depth) & BAD;
    for (ShellText.Command each : pipeline.subList(1, pipeline.size())) {
      outcome |= command(each.words(), status, depth) & BAD;
    }
    return outcome;
  }

  private void setOptions(List<String> words) {
    if (words.get(0).equals("set")) {
      stopsAtFailure |= words.stream().anyMatch(word -> word.matches("-[a-z]*e[a-z]*|errexit"));
      pipesFail |= words.contains("pipefail");
    }
  }

  private static int flipped(int outcome) {
    return ((outcome & GOOD) == 0 ? 0 : BAD) | ((outcome & BAD) == 0 ? 0 : GOOD);
  }

  // One command

  private static int command(List<String> written, int status, int depth) {
    List<String> words = withoutAssignments(written);
    if (words.isEmpty()) {
      return written.stream().anyMatch(word -> word.contains("$(") || word.contains("`"))
          ? EITHER
          : GOOD;
    }
    String program = words.get(0).substring(words.get(0).lastIndexOf('/') + 1);
    if (ALWAYS_GOOD.contains(program)
        || (GOOD_ALONE.contains(program) && words.size() == 1)
        || (words.size() == 2 && words.get(1).matches("--?version|--help"))) {
      return GOOD;
    }
    if (depth > DEEPEST) {
      return EITHER;
    }
    if (WRAPPERS.contains(program)) {
      return command(wrapped(words), status, depth + 1);
    }
    if (SHELLS.contains(program)) {
      return shell(words, depth);
    }
    return switch (program) {
      case "false" -> BAD;
      case "exit", "return" -> exit(words, status);
      case "eval" -> script(String.join(" ", words.subList(1, words.size())), false, depth + 1);
      case "test" -> test(words.subList(1, words.size()));
      case "[", "[[" -> test(words.subList(1, Math.max(1, words.size() - 1)));
      default -> isGoodProgram(program, words) ? GOOD : EITHER;
    };
  }

  private static List<String> withoutAssignments(List<String> words) {
    int first = 0;
    while (first < words.size() && ASSIGNMENT.matcher(words.get(first)).matches()) {
      first++;
    }
    return words.subList(first, words.size());
  }

  /** What {@code timeout 5 curl …} runs: the command behind options, durations and assignments. */
  private static List<String> wrapped(List<String> words) {
    int first = 1;
    while (first < words.size() && words.get(first).matches("-.*|[0-9.]+[smhd]?|\\w+=.*")) {
      first++;
    }
    return first == words.size()
        ? ImmutableList.of("a wrapper of nothing")
        : words.subList(first, words.size());
  }

  private static int shell(List<String> words, int depth) {
    boolean stopsAtFailure = false;
    for (int i = 1; i < words.size() - 1; i++) {
      stopsAtFailure |= words.get(i).matches("-[a-z]*e[a-z]*");
      if (words.get(i).matches("-[a-z]*c[a-z]*")) {
        return script(words.get(i + 1), stopsAtFailure, depth + 1);
      }
    }
    return EITHER;
  }

  private static int exit(List<String> words, int status) {
    if (words.size() == 1 || words.get(1).equals("$?")) {
      return status;
    }
    String code = words.get(1);
    return code.matches("[0-9]{1,9}") ? (Integer.parseInt(code) % 256 == 0 ? GOOD : BAD) : EITHER;
  }

  /** Only what needs no knowledge: a text that is there, and two that are one. */
  private static int test(List<String> words) {
    if (words.stream().anyMatch(word -> word.contains("$") || word.contains("`"))) {
      return EITHER;
    }
    if (words.size() == 1) {
      return words.get(0).isEmpty() ? BAD : GOOD;
    }
    if (words.size() == 2) {
      boolean root =
          words.get(0).matches("-[der]") && words.get(1).matches("/|/(tmp|proc|dev|etc)/?");
      return root || (words.get(0).equals("-n") && !words.get(1).isEmpty()) ? GOOD : EITHER;
    }
    boolean same = words.size() == 3 && words.get(0).equals(words.get(2));
    return same && words.get(1).matches("==?|-eq|-ge|-le") ? GOOD : EITHER;
  }

  private static boolean isGoodProgram(String program, List<String> words) {
    return words.size() == 3
        && program.matches("(python[0-9.]*|node|deno|ruby|perl|php)")
        && words.get(1).matches("-[cerEp]|--eval")
        && words.get(2).length() < LONGEST_PROGRAM
        && GOOD_PROGRAM.matcher(words.get(2).strip()).matches();
  }
}
