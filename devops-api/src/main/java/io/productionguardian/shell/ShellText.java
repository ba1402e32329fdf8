package io.productionguardian.shell;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/**
 * Parts a shell's text into commands and words. Knows quotes, comments, redirections and
 * substitutions, but expands nothing; parentheses become commands of their own.
 */
@API(status = API.Status.INTERNAL, since = "0.1.0")
public final class ShellText {

  /**
   * A simple command.
   *
   * @param before the operator before it: {@code ""}, {@code ";"}, {@code "&&"}, {@code "||"},
   *     {@code "|"} or {@code "&"}
   * @param words its words without quotes; at least one
   * @param background whether nobody waits for it
   */
  record Command(String before, List<String> words, boolean background) {

    Command {
      words = ImmutableList.copyOf(words);
    }
  }

  private final String text;
  private final List<Command> commands = new ArrayList<>();
  private final List<String> words = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private boolean inWord;
  private String operator = "";
  private int at;

  private ShellText(String text) {
    this.text = text;
  }

  /** The commands in order. */
  public static List<Command> commands(String text) {
    ShellText reader = new ShellText(text);
    while (reader.at < text.length()) {
      reader.next();
    }
    reader.endCommand(false);
    return ImmutableList.copyOf(reader.commands);
  }

  private void next() {
    char c = text.charAt(at++);
    switch (c) {
      case '\'' -> quoted();
      case '"' -> doubleQuoted();
      case '\\' -> escaped();
      case '$', '`' -> substitution(c);
      case '#' -> {
        if (inWord) {
          word.append(c);
        } else {
          int end = text.indexOf('\n', at);
          at = end < 0 ? text.length() : end;
        }
      }
      case '(', ')' -> {
        endCommand(false);
        commands.add(new Command(operator, ImmutableList.of(String.valueOf(c)), false));
        operator = "";
      }
      case ';', '\n', '|' -> operator(c);
      case '&' -> {
        boolean redirection = peek('>') || (inWord && ">&<".indexOf(lastOfWord()) >= 0);
        if (redirection) {
          append(c);
        } else {
          operator(c);
        }
      }
      default -> {
        if (Character.isWhitespace(c)) {
          endWord();
        } else {
          append(c);
        }
      }
    }
  }

  private boolean peek(char c) {
    return at < text.length() && text.charAt(at) == c;
  }

  private char lastOfWord() {
    return word.length() == 0 ? ' ' : word.charAt(word.length() - 1);
  }

  private void append(char c) {
    word.append(c);
    inWord = true;
  }

  private void quoted() {
    int end = text.indexOf('\'', at);
    int to = end < 0 ? text.length() : end;
    word.append(text, at, to);
    inWord = true;
    at = to + 1;
  }

  private void doubleQuoted() {
    inWord = true;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '"') {
        return;
      }
      if (c == '\\' && at < text.length() && "$`\"\\\n".indexOf(text.charAt(at)) >= 0) {
        escaped();
      } else if (c == '$' || c == '`') {
        substitution(c);
      } else {
        word.append(c);
      }
    }
  }

  /** A backslash before the end of a line joins it to the next. */
  private void escaped() {
    if (at < text.length()) {
      char c = text.charAt(at++);
      if (c != '\n') {
        append(c);
      }
    } else {
      append('\\');
    }
  }

  /** What is substituted stays as it is written: it is no command of this text. */
  private void substitution(char c) {
    append(c);
    if (c == '`') {
      int end = text.indexOf('`', at);
      int to = end < 0 ? text.length() : end + 1;
      word.append(text, at, to);
      at = to;
    } else if (peek('(') || peek('{')) {
      char open = text.charAt(at);
      char close = open == '(' ? ')' : '}';
      int depth = 0;
      do {
        char inner = text.charAt(at++);
        word.append(inner);
        depth += inner == open ? 1 : inner == close ? -1 : 0;
      } while (depth > 0 && at < text.length());
    }
  }

  private void operator(char c) {
    boolean redirection = c == '|' && inWord && lastOfWord() == '>';
    if (redirection) {
      append(c);
      return;
    }
    boolean twice = (c == '&' || c == '|') && peek(c);
    boolean both = c == '|' && peek('&');
    at += twice || both ? 1 : 0;
    endCommand(c == '&' && !twice);
    boolean goesOn = c == '\n' && !operator.isEmpty(); // a line may end behind && and the like
    if (!goesOn) {
      operator = c == '\n' ? ";" : twice ? "" + c + c : String.valueOf(c);
    }
  }

  private void endWord() {
    if (inWord) {
      words.add(word.toString());
      word.setLength(0);
      inWord = false;
    }
  }

  private void endCommand(boolean background) {
    endWord();
    if (!words.isEmpty()) {
      commands.add(new Command(operator, ImmutableList.copyOf(words), background));
      words.clear();
      operator = "";
    }
  }
}
