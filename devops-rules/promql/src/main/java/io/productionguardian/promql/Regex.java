package io.productionguardian.promql;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A regular expression as Go reads it: whether it is one, and whether it matches the empty text.
 *
 * <p>Java's differ too much to tell: they know look-ahead and back references, and other escapes.
 */
final class Regex {

  private static final int MOST_OPEN = 1000;
  private static final int MOST_REPEATS = 1000;

  private static final Pattern COUNT =
      Pattern.compile("\\{(0|[1-9][0-9]*+)(,(0|[1-9][0-9]*+)?)?\\}");
  private static final Pattern NAMED = Pattern.compile("\\(\\?P?<[0-9A-Za-z_]++>");
  private static final Pattern FLAGS = Pattern.compile("\\(\\?[imsU]*+(?:-[imsU]++)?([:)])");

  private final RegexCharacters characters;
  private final String text;
  private final Deque<Group> open = new ArrayDeque<>();
  private Group group = new Group();
  private int at;
  private boolean newer;

  private Regex(Token token) {
    this.text = token.text();
    this.characters = new RegexCharacters(text, token.start());
  }

  static Regex of(Token value) throws Refused {
    Regex regex = new Regex(value);
    regex.read();
    return regex;
  }

  boolean matchesEmpty() {
    return group.matchesEmpty();
  }

  /** Whether only a later Go than that of Prometheus 2.42 takes it. */
  boolean isNewer() {
    return newer;
  }

  private void read() throws Refused {
    boolean repeated = false;
    while (at < text.length()) {
      char c = text.charAt(at);
      Matcher count = at(COUNT);
      boolean repeats = "*+?".indexOf(c) >= 0 || count.lookingAt();
      if (!repeats) {
        element(c);
      } else if (repeated || !group.canRepeat()) {
        throw refused("a repeat of nothing or of a repeat");
      } else if (c == '{') {
        repeat(count);
      } else {
        group.repeat(c != '+');
        at++;
      }
      if (repeats && text.startsWith("?", at)) {
        at++;
      }
      repeated = repeats;
    }
    if (!open.isEmpty()) {
      throw refused("an unclosed (");
    }
  }

  private void element(char c) throws Refused {
    switch (c) {
      case '(' -> open();
      case ')' -> close();
      case '|' -> {
        group.alternative();
        at++;
      }
      case '^', '$' -> {
        group.add(true);
        at++;
      }
      case '\\' -> escape();
      default -> {
        at = c == '[' ? characters.set(at) : characters.literal(at);
        group.add(false);
      }
    }
  }

  private void repeat(Matcher count) throws Refused {
    int least = count(count.group(1));
    int most = count.group(2) == null ? least : count.group(3) == null ? -1 : count(count.group(3));
    if (most >= 0 && least > most) {
      throw refused("a repeat whose least is more than its most");
    }
    if (!group.repeat(least, most, MOST_REPEATS)) {
      throw refused("too many repeats");
    }
    at = count.end();
  }

  private int count(String digits) throws Refused {
    if (digits.length() > 4 || Integer.parseInt(digits) > MOST_REPEATS) {
      throw refused("too many repeats");
    }
    return Integer.parseInt(digits);
  }

  private void open() throws Refused {
    Matcher named = at(NAMED);
    Matcher flags = at(FLAGS);
    if (named.lookingAt()) {
      newer |= !text.startsWith("(?P", at);
      at = named.end();
    } else if (flags.lookingAt()) {
      at = flags.end();
      if (flags.group(1).equals(")")) {
        return; // it sets flags and opens nothing
      }
    } else if (text.startsWith("(?", at)) {
      throw refused("an unknown (?");
    } else {
      at++;
    }
    open.push(group);
    group = new Group();
    if (open.size() > MOST_OPEN) {
      throw refused("too deep nesting");
    }
  }

  private void close() throws Refused {
    if (open.isEmpty()) {
      throw refused("a ) that closes nothing");
    }
    Group closed = group;
    group = open.pop();
    group.add(closed);
    at++;
  }

  private void escape() throws Refused {
    char c = at + 1 < text.length() ? text.charAt(at + 1) : '\\';
    switch (c) {
      case 'A', 'B', 'z' -> {
        group.add(true);
        at += 2;
      }
      case 'b' -> {
        group.add(false);
        at += 2;
      }
      case 'Q' -> {
        int end = text.indexOf("\\E", at + 2);
        if (end < 0) { // it would quote what Prometheus puts behind the expression
          throw refused("a \\Q without \\E");
        }
        for (at += 2; at < end; at = characters.literal(at)) {
          group.add(false);
        }
        at = end + 2;
      }
      default -> {
        at = characters.escape(at);
        group.add(false);
      }
    }
  }

  private Matcher at(Pattern pattern) {
    return pattern.matcher(text).region(at, text.length());
  }

  private Refused refused(String reason) {
    return characters.refused(reason);
  }

  /** What stands between two parentheses, as far as it is read. */
  private static final class Group {

    private boolean alternativeMatchesEmpty;
    private boolean sequenceMatchesEmpty = true;
    private int repeats = 1;

    /** The last element, which a repeat would repeat, is not yet part of the sequence. */
    private boolean elementWaits;

    private boolean elementMatchesEmpty;
    private int elementRepeats = 1;

    void add(boolean matchesEmpty) {
      settle();
      elementWaits = true;
      elementMatchesEmpty = matchesEmpty;
      elementRepeats = 1;
    }

    void add(Group inner) {
      add(inner.matchesEmpty());
      elementRepeats = inner.repeats;
    }

    void alternative() {
      settle();
      alternativeMatchesEmpty |= sequenceMatchesEmpty;
      sequenceMatchesEmpty = true;
    }

    boolean canRepeat() {
      return elementWaits;
    }

    void repeat(boolean orNone) {
      elementMatchesEmpty |= orNone;
    }

    /** False when with the repeats in it, as Go writes them all out, it would be too many. */
    boolean repeat(int least, int most, int limit) {
      repeat(least == 0);
      elementRepeats *= Math.max(1, most < 0 ? least : most);
      return Math.max(least, most) < 2 || elementRepeats <= limit;
    }

    boolean matchesEmpty() {
      settle();
      return alternativeMatchesEmpty || sequenceMatchesEmpty;
    }

    private void settle() {
      if (elementWaits) {
        sequenceMatchesEmpty &= elementMatchesEmpty;
        repeats = Math.max(repeats, elementRepeats);
        elementWaits = false;
      }
    }
  }
}
