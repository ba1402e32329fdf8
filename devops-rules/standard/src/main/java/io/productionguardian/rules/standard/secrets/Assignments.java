package io.productionguardian.rules.standard.secrets;

import com.google.common.base.CharMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Values that a text gives to names of secrets: {@code NAME=value}, {@code name: value}, {@code
 * name = "value"}, {@code --name value}, {@code ?name=value}, {@code ENV NAME value}, and SQL's
 * {@code PASSWORD 'value'}.
 */
final class Assignments {

  private static final Pattern VALUE =
      Pattern.compile(
          "(?:[_-]?[0-9]{1,3}+)?+(?:\\\\?[\"'`])?+]?+"
              + "(?<by>[ \\t]{0,4}+(?:=>|:=|:|=(?![=~]))[ \\t]{0,4}+|[ \\t]{1,3}+)"
              + "(?:\\\\?[\"'`](?<quoted>[^\"'`\\\\\\r\\n]{1,300}+)(?=\\\\?[\"'`])"
              + "|(?![a-zA-Z]{1,2}[\"'])(?<bare>[^\\s\"'`\\\\,;&|]{1,300}+))");

  /** What {@link #VALUE} can begin with. */
  private static final CharMatcher BEHIND_NAME =
      CharMatcher.anyOf("_-0123456789\\\"'`]:= \t").precomputed();

  private static final Pattern LINE_ENDS =
      Pattern.compile("[ \\t]{0,40}+(?:[,;}\\]\"'`\\\\|#\\r\\n]|\\z)");

  private static final Pattern BEFORE_EQUALS =
      Pattern.compile("(.*[?&;])?|[\\s>*-]*(export |set |ENV |ARG )?");
  private static final Pattern BEFORE_COLON =
      Pattern.compile("(.*([{,(]|\\\\n))?[\\s>*#\"'`\\\\-]*");

  private static final int LONGEST_NAME = 64;

  /**
   * One of them.
   *
   * @param name whose value it is
   * @param kind what the name says
   * @param start offset of the value
   * @param end offset behind it
   * @param quoted whether the value stands in quotation marks
   * @param colon whether a colon is between them, as in a member of a document
   */
  record Assignment(
      String name, SecretName kind, int start, int end, boolean quoted, boolean colon) {}

  private Assignments() {}

  /** The assignments of a text whose values are secret, in order. */
  static List<Assignment> in(SourceText source, int most) {
    List<Assignment> found = new ArrayList<>();
    String text = source.text();
    Matcher value = VALUE.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
    int behind = 0;
    for (int at : source.tellingWords()) {
      int end = at < behind ? -1 : SecretName.endOfEnding(text, at);
      if (end < 0) {
        continue;
      }
      Optional<Assignment> assignment =
          end < text.length()
                  && BEHIND_NAME.matches(text.charAt(end))
                  && value.region(end, Math.min(text.length(), end + 400)).lookingAt()
              ? assignment(source, at, end, value)
              : Optional.empty();
      assignment.ifPresent(found::add);
      behind = assignment.map(Assignment::end).orElse(end);
      if (found.size() == most) {
        break;
      }
    }
    return found;
  }

  private static Optional<Assignment> assignment(
      SourceText source, int wordStart, int wordEnd, Matcher value) {
    int start = nameStart(source.text(), wordStart);
    String name = source.text().substring(start, wordEnd);
    String by = value.group("by").strip();
    boolean quoted = value.group("quoted") != null;
    Optional<SecretName> kind = SecretName.of(name);
    int valueStart = value.start(quoted ? "quoted" : "bare");
    if (kind.isEmpty() || !isAssignment(source, start, name, by, quoted, valueStart, value.end())) {
      return Optional.empty();
    }
    int valueEnd = quoted ? value.end("quoted") : withoutClosing(source.text(), valueStart, value);
    String text = source.text().substring(valueStart, valueEnd);
    boolean stated =
        source.states(start) && (SecretName.isVariable(name) || kind.get() == SecretName.PASSWORD);
    return SecretValue.isSecret(text, kind.get(), stated)
        ? Optional.of(
            new Assignment(name, kind.get(), valueStart, valueEnd, quoted, by.equals(":")))
        : Optional.empty();
  }

  private static int nameStart(String text, int word) {
    int start = word;
    while (start > 0 && word - start < LONGEST_NAME && isNamePart(text.charAt(start - 1))) {
      start--;
    }
    while (start < word && !Character.isLetterOrDigit(text.charAt(start))) {
      start++; // the dashes of an option
    }
    return start;
  }

  private static boolean isNamePart(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '_'
        || c == '-'
        || c == '.';
  }

  /** Whether the value is given to the name, and does not only follow it in a sentence. */
  private static boolean isAssignment(
      SourceText source, int name, String words, String by, boolean quoted, int value, int end) {
    String text = source.text();
    String before = source.before(name, 40);
    boolean option = before.endsWith("--");
    if (!quoted && source.isCode()) {
      return false; // a variable, which only in code is written like a word
    }
    if (before.endsWith("${")) {
      return false; // a reference, whose default is another rule's
    }
    return switch (by) {
      case "" ->
          (option && text.charAt(value) != '-') // else the next option
              || (!quoted && before.strip().equals("ENV"))
              || (quoted && source.path().endsWith(".sql") && words.equalsIgnoreCase("password"));
      case "=" ->
          quoted
              || option
              || SecretName.isVariable(words)
              || BEFORE_EQUALS.matcher(before).matches();
      case ":" -> {
        Matcher rest = LINE_ENDS.matcher(text).region(end, text.length());
        yield (quoted || rest.lookingAt()) && BEFORE_COLON.matcher(before).matches();
      }
      default -> quoted;
    };
  }

  /** A bare value ends before the bracket or the full stop that belongs to the sentence. */
  private static int withoutClosing(String text, int start, Matcher value) {
    int end = value.end("bare");
    boolean opens = text.substring(start, end).chars().anyMatch(c -> "({[<".indexOf(c) >= 0);
    while (!opens && end > start + 1 && ").]}>".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return end;
  }
}
