package io.productionguardian.rules.standard.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Held against looking for each word by itself. */
class WordSearchProperties {

  @Property
  void itFindsWhatIndexOfFinds(@ForAll("words") List<String> words, @ForAll("text") String text) {
    WordSearch search = WordSearch.of(words);
    for (int from = 0; from <= text.length(); from++) {
      int start = from;
      int wanted =
          words.stream()
              .mapToInt(word -> text.indexOf(word, start))
              .filter(at -> at >= 0)
              .min()
              .orElse(-1);
      assertThat(search.next(text, from)).isEqualTo(wanted);
    }
    assertThat(search.in(text))
        .containsExactlyInAnyOrderElementsOf(
            words.stream().filter(text::contains).distinct().toList());
  }

  /** More than 64, so that some share a bit. */
  @Provide
  Arbitrary<List<String>> words() {
    return Arbitraries.strings().withChars("abC-").ofMinLength(2).ofMaxLength(5).list().ofSize(70);
  }

  @Provide
  Arbitrary<String> text() {
    return Arbitraries.strings().withChars("abC-\u00e9\u20ac\n").ofMaxLength(40);
  }
}
