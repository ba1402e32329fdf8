package io.productionguardian.rules.standard.secrets;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.base.Ascii;
import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where any of many words begins in a text, found in one pass over it. */
final class WordSearch {

  /** Stands for all characters that are not ASCII, and for the end of the text. */
  private static final int OTHER = 128;

  private final ImmutableList<String> words;
  private final boolean anyCase;

  // For each character, one bit of each word that has it as its first, second and third; 64 words
  // and more share bits. Three looks tell of nearly every place in a text that no word begins
  // there.
  private final long[] first;
  private final long[] second;
  private final long[] third;

  private WordSearch(ImmutableList<String> words, boolean anyCase) {
    this.words = words;
    this.anyCase = anyCase;
    first = wordsByCharacter(0);
    second = wordsByCharacter(1);
    third = wordsByCharacter(2);
  }

  /**
   * Searches for words of two and more ASCII characters; where several begin, the first of them
   * counts.
   */
  static WordSearch of(Iterable<String> words) {
    return new WordSearch(checked(words), false);
  }

  /** The same, in capitals or not; the words themselves are in lower case. */
  static WordSearch ofAnyCase(Iterable<String> words) {
    return new WordSearch(checked(words), true);
  }

  private static ImmutableList<String> checked(Iterable<String> words) {
    for (String word : words) {
      checkArgument(word.length() >= 2 && CharMatcher.ascii().matchesAllOf(word), word);
    }
    return ImmutableList.copyOf(words);
  }

  private long[] wordsByCharacter(int place) {
    long[] bits = new long[OTHER + 1];
    for (int i = 0; i < words.size(); i++) {
      long bit = 1L << i; // the lower six bits count
      if (place == words.get(i).length()) {
        for (int character = 0; character < bits.length; character++) {
          bits[character] |= bit; // behind a word of two characters stands anything
        }
      } else {
        char character = words.get(i).charAt(place);
        bits[character] |= bit;
        bits[anyCase ? Ascii.toUpperCase(character) : character] |= bit;
      }
    }
    return bits;
  }

  /** Offset of the first word that begins at or behind an offset, or -1. */
  int next(String text, int from) {
    int at = candidate(text, from);
    while (at >= 0 && at(text, at) == null) {
      at = candidate(text, at + 1);
    }
    return at;
  }

  /**
   * The first offset where a word may begin, or -1. Nothing is called and hardly ever branched
   * within the loop: it sees all that is in all files.
   */
  private int candidate(String text, int from) {
    long one = 0; // the words that may have begun with the character before
    long two = 0; // and with the two before
    for (int at = from; at < text.length(); at++) {
      int character = Math.min(text.charAt(at), OTHER);
      if ((two & third[character]) != 0) {
        return at - 2;
      }
      two = one & second[character];
      one = first[character];
    }
    return (two & third[OTHER]) == 0 ? -1 : text.length() - 2;
  }

  /** The first of the words that begins at an offset. */
  @Nullable String at(String text, int at) {
    int last = at + 2 < text.length() ? Math.min(text.charAt(at + 2), OTHER) : OTHER;
    long candidates = third[last];
    for (int i = 0; i < words.size(); i++) {
      if ((candidates & 1L << i) != 0 && isAt(text, at, words.get(i))) {
        return words.get(i);
      }
    }
    return null;
  }

  /** Not by {@link String#regionMatches}, to which the sign for Kelvin is a letter k. */
  private boolean isAt(String text, int at, String word) {
    if (text.length() - at < word.length()) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      char character = text.charAt(at + i);
      if ((anyCase ? Ascii.toLowerCase(character) : character) != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Those of the words that a text has. */
  Set<String> in(String text) {
    Set<String> found = new HashSet<>();
    for (int at = next(text, 0); at >= 0; at = next(text, at + 1)) {
      for (String word : words) {
        if (isAt(text, at, word)) {
          found.add(word);
        }
      }
    }
    return found;
  }
}
