package io.productionguardian.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * What is never parted at the end of a line.
 *
 * @param gap how many blanks are before it
 * @param pieces its pieces, each in its ink
 */
record Word(int gap, List<Span> pieces) {

  /** Parts spans at their blanks; spans without a blank between them stay together. */
  static List<Word> in(Span... spans) {
    List<Word> words = new ArrayList<>();
    List<Span> pieces = new ArrayList<>();
    int gap = 0;
    for (Span span : spans) {
      String text = span.text();
      int at = 0;
      while (at < text.length()) {
        boolean blank = text.charAt(at) == ' ';
        int end = at;
        while (end < text.length() && (text.charAt(end) == ' ') == blank) {
          end++;
        }
        if (!blank) {
          pieces.add(new Span(span.ink(), text.substring(at, end)));
        } else if (pieces.isEmpty()) {
          gap += end - at;
        } else {
          words.add(new Word(gap, List.copyOf(pieces)));
          pieces.clear();
          gap = end - at;
        }
        at = end;
      }
    }
    if (!pieces.isEmpty()) {
      words.add(new Word(gap, List.copyOf(pieces)));
    }
    return words;
  }

  int length() {
    return pieces.stream().mapToInt(piece -> Span.length(piece.text())).sum();
  }
}
