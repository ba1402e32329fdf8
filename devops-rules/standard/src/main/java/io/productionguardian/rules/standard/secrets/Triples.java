package io.productionguardian.rules.standard.secrets;

import com.google.common.collect.ImmutableList;

/**
 * Which three characters follow one another somewhere in a text. One look at each character tells
 * of most words that they are not in it.
 */
final class Triples {

  private static final int BITS = 1 << 16;

  private final long[] found = new long[BITS / Long.SIZE];

  private Triples() {}

  static Triples of(String text) {
    Triples triples = new Triples();
    for (int i = 2; i < text.length(); i++) {
      int triple = triple(text, i);
      triples.found[triple / Long.SIZE] |= 1L << triple; // the lower six bits count
    }
    return triples;
  }

  /** False only if the text has none of the words. */
  boolean mayHaveOneOf(ImmutableList<String> words) {
    for (int i = 0; i < words.size(); i++) {
      if (mayHave(words.get(i))) {
        return true;
      }
    }
    return false;
  }

  /** False only if the text has the word nowhere. */
  boolean mayHave(String word) {
    for (int i = 2; i < word.length(); i++) {
      int triple = triple(word, i);
      if ((found[triple / Long.SIZE] & 1L << triple) == 0) {
        return false;
      }
    }
    return true;
  }

  /** A number for the three characters up to an offset, which a few others have too. */
  private static int triple(String text, int last) {
    return (text.charAt(last - 2) << 10 ^ text.charAt(last - 1) << 5 ^ text.charAt(last))
        & (BITS - 1);
  }
}
