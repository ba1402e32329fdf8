package io.productionguardian.source;

import com.google.common.collect.ImmutableList;
import io.productionguardian.model.Agent;
import io.productionguardian.model.EpicLayout;
import io.productionguardian.text.OneLine;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a path in a snapshot may be, wherever its bytes come from. A path is refused when it could
 * mean another file than it says, since a veto at such a path would not be seen.
 */
final class SnapshotPath {

  /** As long as Linux allows a path to be. */
  private static final int LONGEST = 4_096;

  /** Deeper than any epic or deploy file lies; each folder above a file is checked too. */
  private static final int DEEPEST = 64;

  private static final int LONGEST_SHOWN = 200;

  private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*", Pattern.DOTALL);

  /** Characters that some file systems skip when they compare names. */
  private static final Pattern SKIPPED = Pattern.compile("\\p{Cf}");

  /** What Windows drops at the end of a name. */
  private static final Pattern DROPPED = Pattern.compile("[. ]+(?=/|$)");

  /** What is looked up by its exact path, and would be overlooked in any other spelling. */
  private static final ImmutableList<String> EXACT =
      Stream.concat(
              Stream.of(
                  EpicLayout.CONSENSUS,
                  EpicLayout.ARTIFACTS,
                  EpicLayout.EVIDENCE,
                  EpicLayout.MESSAGES,
                  EpicLayout.INBOX,
                  EpicLayout.DECISION_LOG + "/"),
              Stream.of(Agent.values()).map(agent -> EpicLayout.INBOX + agent.wireName() + "/"))
          .collect(ImmutableList.toImmutableList());

  private SnapshotPath() {}

  /**
   * Refuses what is not a plain relative path with {@code /}.
   *
   * @throws SnapshotException if it is refused
   */
  static void check(String path) {
    if (path.isEmpty()) {
      throw new SnapshotException("A file has an empty path");
    }
    if (path.length() > LONGEST) {
      throw refused(path, "is longer than " + LONGEST + " characters");
    }
    if (path.codePoints().anyMatch(SnapshotPath::isNoText)) {
      throw refused(path, "has a control character");
    }
    if (path.indexOf('\\') >= 0) {
      throw refused(path, "has a backslash; separate folders by /");
    }
    if (path.startsWith("/") || DRIVE.matcher(path).matches()) {
      throw refused(path, "is absolute; give it relative to the folder");
    }
    String[] segments = path.split("/", -1);
    if (segments.length > DEEPEST) {
      throw refused(path, "has more than " + DEEPEST + " folders and files one in the other");
    }
    for (String segment : segments) {
      switch (segment) {
        case "" -> throw refused(path, "has an empty segment");
        case ".", ".." -> throw refused(path, "has a segment \"" + segment + "\"");
        default -> {
          // a name
        }
      }
    }
  }

  /**
   * Refuses a path of an epic that reads like one that is looked up, but is spelled otherwise, such
   * as {@code CONSENSUS/messages}.
   *
   * @param folded the path, {@linkplain #folded folded}
   * @throws SnapshotException if it is refused
   */
  static void checkSpelling(String path, String folded) {
    String asFolder = path + "/";
    String foldedAsFolder = folded + "/";
    for (String exact : EXACT) {
      if (foldedAsFolder.startsWith(exact) && !asFolder.startsWith(exact)) {
        throw refused(
            path, "is spelled wrongly; the path is " + exact.substring(0, exact.length() - 1));
      }
    }
  }

  /** What some file system takes the path for: without case, ignored characters and other forms. */
  static String folded(String path) {
    String composed = Normalizer.normalize(path, Normalizer.Form.NFKC);
    String seen = SKIPPED.matcher(composed).replaceAll("");
    return DROPPED.matcher(seen.toLowerCase(Locale.ROOT)).replaceAll("");
  }

  static SnapshotException refused(String path, String why) {
    return new SnapshotException("The path \"" + shown(path) + "\" " + why);
  }

  static String shown(String path) {
    return OneLine.of(path, LONGEST_SHOWN);
  }

  private static boolean isNoText(int c) {
    int type = Character.getType(c);
    return Character.isISOControl(c)
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || type == Character.SURROGATE;
  }
}
