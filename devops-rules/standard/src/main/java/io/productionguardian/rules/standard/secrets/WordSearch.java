package io.productionguardian.rules.standard.secrets;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.base.Ascii;
import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where any of many words begins in a text, found in one pass over it.
 *
 * <p>By the first three characters of each word and the Shift-And method: Baeza-Yates and Gonnet, A
 * New Approach to Text Searching, Communications of the ACM 35(10), 1992. More than 21 words do not
 * fit into 64 bits with three each, so some that begin alike share theirs, and what is found is
 * looked at.
 */
final class WordSearch {

  /** Stands for all characters that are not ASCII, and for the end of the text. */
  private static final int OTHER = 128;

  private static final int PREFIX = 3;
  private static final int SHORTEST = 2;
  private static final int SHARES = Long.SIZE / PREFIX;

  /** The bits of the first characters: every third, 21 of them. */
  private static final long BEGIN = Long.MAX_VALUE / 7;

  /** The bits of the last ones. */
  private static final long END = BEGIN << (PREFIX - 1);

  /** A word, and whether it is found in capitals too. */
  private record Word(String text, boolean anyCase) {

    Word {
      checkArgument(
          text.length() >= SHORTEST && CharMatcher.ascii().matchesAllOf(text),
          "\"%s\" is too short or not ASCII",
          text);
    }

    /** Not by {@link String#regionMatches}, to which the sign for Kelvin is a letter k. */
    boolean isAt(String in, int at) {
      if (in.length() - at < text.length()) {
        return false;
      }
      for (int i = 0; i < text.length(); i++) {
        char character = in.charAt(at + i);
        if ((anyCase ? Ascii.toLowerCase(character) : character) != text.charAt(i)) {
          return false;
        }
      }
      return true;
    }
  }

  private final List<Word> words;

  /** Those that share three bits. */
  private final List<List<Word>> shares = new ArrayList<>();

  /** For each character the places in the words' prefixes where it may stand. */
  private final long[] places = new long[OTHER + 1];

  private WordSearch(List<Word> words) {
    this.words = words;
    List<Word> alike =
        ImmutableList.sortedCopyOf(
            Comparator.comparing(Word::text, String.CASE_INSENSITIVE_ORDER), words);
    for (int share = 0; share < SHARES; share++) {
      shares.add(alike.subList(share * alike.size() / SHARES, (share + 1) * alike.size() / SHARES));
      for (Word word : shares.get(share)) {
        put(word, share * PREFIX);
      }
    }
  }

  /**
   * Searches for words of two and more ASCII characters.
   *
   * @param exact to be found as they are written here
   * @param anyCase to be found in capitals or not; written here in lower case
   */
  static WordSearch of(Collection<String> exact, Collection<String> anyCase) {
    return new WordSearch(
        Stream.concat(
                exact.stream().map(text -> new Word(text, false)),
                anyCase.stream().map(text -> new Word(text, true)))
            .collect(ImmutableList.toImmutableList()));
  }

  private void put(Word word, int lowest) {
    for (int place = 0; place < PREFIX; place++) {
      long bit = 1L << (lowest + place);
      if (place >= word.text().length()) { // behind a short word stands anything
        for (int character = 0; character < places.length; character++) {
          places[character] |= bit;
        }
      } else {
        char character = word.text().charAt(place);
        places[character] |= bit;
        places[word.anyCase() ? Ascii.toUpperCase(character) : character] |= bit;
      }
    }
  }

  /** Whether a text has any of the words. */
  boolean isIn(String text) {
    return next(text, 0) >= 0;
  }

  /** The offsets where words begin. */
  int[] in(String text) {
    int[] found = new int[16];
    int count = 0;
    for (int at = next(text, 0); at >= 0; at = next(text, at + 1)) {
      if (count == found.length) {
        found = Arrays.copyOf(found, 2 * count);
      }
      found[count++] = at;
    }
    return Arrays.copyOf(found, count);
  }

  /** Offset of the first word that begins at or behind an offset, or -1. */
  int next(String text, int from) {
    int at = candidate(text, from);
    while (at >= 0 && !beginsAt(text, at)) {
      at = candidate(text, at + 1);
    }
    return at;
  }

  /**
   * The first offset where a word may begin, or -1. Nothing is called and hardly ever branched
   * within the loop: it sees all that is in all files.
   */
  private int candidate(String text, int from) {
    long begun = 0;
    for (int at = from; at < text.length(); at++) {
      begun = ((begun << 1) | BEGIN) & places[Math.min(text.charAt(at), OTHER)];
      if ((begun & END) != 0) {
        return at - PREFIX + 1;
      }
    }
    for (int at = text.length(); at < text.length() + PREFIX - SHORTEST; at++) {
      begun = ((begun << 1) | BEGIN) & places[OTHER];
      if ((begun & END) != 0) {
        return at - PREFIX + 1;
      }
    }
    return -1;
  }

  private boolean beginsAt(String text, int at) {
    long begun = 0;
    for (int i = at; i < at + PREFIX; i++) {
      int character = i < text.length() ? Math.min(text.charAt(i), OTHER) : OTHER;
      begun = ((begun << 1) | BEGIN) & places[character];
    }
    for (long ends = begun & END; ends != 0; ends &= ends - 1) {
      for (Word word : shares.get(Long.numberOfTrailingZeros(ends) / PREFIX)) {
        if (word.isAt(text, at)) {
          return true;
        }
      }
    }
    return false;
  }

  /** The first of the words that begins at an offset. */
  @Nullable String at(String text, int at) {
    for (Word word : words) {
      if (word.isAt(text, at)) {
        return word.text();
      }
    }
    return null;
  }

  /** All words that begin at an offset. */
  List<String> allAt(String text, int at) {
    return beginsAt(text, at)
        ? words.stream().filter(word -> word.isAt(text, at)).map(Word::text).toList()
        : List.of();
  }
}
