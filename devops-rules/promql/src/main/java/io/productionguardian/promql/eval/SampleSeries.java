package io.productionguardian.promql.eval;

import io.productionguardian.promql.LabelMatcher;
import java.util.Optional;

/** Makes a text that a pattern matches, from the usual forms of patterns. */
final class SampleSeries {

  private static final int LONGEST = 200;
  private static final int MOST_REPEATS = 20;

  private final String pattern;
  private int at;

  private SampleSeries(String pattern) {
    this.pattern = pattern;
  }

  /** A text that the matcher matches, whichever its operator; empty where none is found. */
  static Optional<String> of(LabelMatcher matcher) {
    return pattern(matcher.value()).filter(matcher::matches);
  }

  private static Optional<String> pattern(String pattern) {
    if (pattern.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      return Optional.of(new SampleSeries(pattern).alternatives());
    } catch (IndexOutOfBoundsException | NumberFormatException e) {
      return Optional.empty(); // a form that is not usual; the caller tries no other
    }
  }

  /** The first of the alternatives; the others are read past. */
  private String alternatives() {
    String first = sequence();
    while (at < pattern.length() && pattern.charAt(at) == '|') {
      at++;
      sequence();
    }
    return first;
  }

  private String sequence() {
    StringBuilder text = new StringBuilder();
    while (at < pattern.length() && "|)".indexOf(pattern.charAt(at)) < 0) {
      String atom = atom();
      text.append(atom.repeat(repeats()));
      if (text.length() > LONGEST) {
        throw new IndexOutOfBoundsException("too long");
      }
    }
    return text.toString();
  }

  private String atom() {
    char c = pattern.charAt(at++);
    return switch (c) {
      case '(' -> group();
      case '[' -> set();
      case '.' -> "0";
      case '^', '$' -> "";
      case '\\' -> escaped(pattern.charAt(at++));
      default -> Character.toString(c);
    };
  }

  private String group() {
    at += pattern.startsWith("?:", at) ? 2 : 0;
    String inner = alternatives();
    at++; // the parenthesis
    return inner;
  }

  private static String escaped(char c) {
    return c == 'd' ? "0" : c == 'w' ? "a" : Character.toString(c);
  }

  private String set() {
    boolean negated = pattern.charAt(at) == '^';
    at += negated ? 1 : 0;
    int end = pattern.indexOf(']', at + 1);
    String members = pattern.substring(at, end);
    at = end + 1;
    if (!negated) {
      return members.startsWith("\\d") ? "0" : members.substring(0, 1);
    }
    return members.contains("a") ? "0" : "a";
  }

  private int repeats() {
    if (at == pattern.length()) {
      return 1;
    }
    char c = pattern.charAt(at);
    if ("*+?".indexOf(c) >= 0) {
      at++;
      at += at < pattern.length() && pattern.charAt(at) == '?' ? 1 : 0;
      return 1;
    }
    if (c != '{') {
      return 1;
    }
    int end = pattern.indexOf('}', at);
    String bounds = pattern.substring(at + 1, end);
    int comma = bounds.indexOf(',');
    at = end + 1;
    return Math.min(
        MOST_REPEATS, Integer.parseInt(comma < 0 ? bounds : bounds.substring(0, comma)));
  }
}
