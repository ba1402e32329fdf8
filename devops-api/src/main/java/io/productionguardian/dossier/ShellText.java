package io.productionguardian.dossier;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;

/** Parts a shell's text into commands and words; knows quotes, but expands nothing. */
final class ShellText {

  private final String text;
  private final ImmutableList.Builder<ImmutableList<String>> commands = ImmutableList.builder();
  private final List<String> words = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private boolean inWord;
  private String operator = "";

  private ShellText(String text) {
    this.text = text;
  }

  /**
   * The commands in order, each with the operator before it ({@code ""}, {@code ";"}, {@code "&&"},
   * {@code "||"}, {@code "|"}) as its first word.
   */
  static ImmutableList<ImmutableList<String>> commands(String text) {
    return new ShellText(text).read();
  }

  private ImmutableList<ImmutableList<String>> read() {
    char quote = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        if (c == quote) {
          quote = 0;
        } else if (c == '\\' && quote == '"' && i + 1 < text.length()) {
          word.append(text.charAt(++i));
        } else {
          word.append(c);
        }
      } else if (c == '\'' || c == '"') {
        quote = c;
        inWord = true;
      } else if (c == '\\' && i + 1 < text.length()) {
        word.append(text.charAt(++i));
        inWord = true;
      } else if (c == ';' || c == '\n' || c == '&' || c == '|') {
        boolean twice = i + 1 < text.length() && text.charAt(i + 1) == c && c != ';' && c != '\n';
        endCommand();
        operator = c == '\n' ? ";" : twice ? "" + c + c : String.valueOf(c);
        i += twice ? 1 : 0;
      } else if (Character.isWhitespace(c)) {
        endWord();
      } else {
        word.append(c);
        inWord = true;
      }
    }
    endCommand();
    return commands.build();
  }

  private void endWord() {
    if (inWord) {
      words.add(word.toString());
      word.setLength(0);
      inWord = false;
    }
  }

  private void endCommand() {
    endWord();
    if (!words.isEmpty()) {
      commands.add(ImmutableList.<String>builder().add(operator).addAll(words).build());
      words.clear();
    }
  }
}
