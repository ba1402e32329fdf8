package io.productionguardian.document;

import com.google.common.collect.ImmutableList;
import io.productionguardian.document.Document.Fault;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines by which a version control system marks what it could not merge.
 *
 * @param faults one for each line
 * @param text the text with blanks in place of these lines, so that the rest can be read
 */
record ConflictMarkers(List<Fault> faults, String text) {

  ConflictMarkers {
    faults = ImmutableList.copyOf(faults);
  }

  private static final Pattern BEGIN_OR_END = Pattern.compile("(?m)^(<<<<<<<|>>>>>>>) ");
  private static final Pattern LINE =
      Pattern.compile("(?m)^(<<<<<<< |>>>>>>> |\\|\\|\\|\\|\\|\\|\\| |=======$)[^\\r\\n]*");

  /** Takes a row of equals signs for one only where a conflict begins or ends somewhere. */
  static ConflictMarkers in(String file, String text) {
    boolean none = !text.contains("<<<<<<< ") && !text.contains(">>>>>>> "); // quick, so first
    if (none || !BEGIN_OR_END.matcher(text).find()) {
      return new ConflictMarkers(ImmutableList.of(), text);
    }
    ImmutableList.Builder<Fault> faults = ImmutableList.builder();
    StringBuilder blanked = new StringBuilder(text.length());
    Matcher marker = LINE.matcher(text);
    int line = 1;
    int at = 0;
    while (marker.find()) {
      line += (int) text.substring(at, marker.start()).chars().filter(c -> c == '\n').count();
      blanked.append(text, at, marker.start()).append(" ".repeat(marker.end() - marker.start()));
      at = marker.end();
      faults.add(
          new Fault(
              SourceLocation.at(file, line, 1),
              Fault.Kind.CONFLICT_MARKER,
              "merge-conflict marker \"" + marker.group(1).strip() + "\""));
    }
    return new ConflictMarkers(faults.build(), blanked.append(text, at, text.length()).toString());
  }
}
