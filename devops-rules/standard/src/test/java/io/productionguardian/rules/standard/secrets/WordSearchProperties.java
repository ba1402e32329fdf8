package io.productionguardian.rules.standard.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Ascii;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Held against looking for each word by itself. */
class WordSearchProperties {

  @Property
  void itFindsWhatIndexOfFinds(@ForAll("words") List<String> words, @ForAll("text") String text) {
    WordSearch search = WordSearch.of(words.subList(0, 40), words.subList(40, 70));
    for (int from = 0; from <= text.length(); from++) {
      int start = from;
      int wanted =
          IntStream.range(0, words.size())
              .map(i -> (i < 40 ? text : Ascii.toLowerCase(text)).indexOf(words.get(i), start))
              .filter(at -> at >= 0)
              .min()
              .orElse(-1);
      assertThat(search.next(text, from)).isEqualTo(wanted);
    }
  }

  @Provide
  Arbitrary<List<String>> words() {
    return Arbitraries.strings().withChars("abc-").ofMinLength(2).ofMaxLength(5).list().ofSize(70);
  }

  @Provide
  Arbitrary<String> text() {
    return Arbitraries.strings().withChars("abcABC-\u00e9\u20ac\n").ofMaxLength(40);
  }
}
