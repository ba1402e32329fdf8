package io.productionguardian.rules.standard.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordSearchTest {

  private static final WordSearch WORDS =
      WordSearch.of(List.of("SK", "sk-ant-", "sk-", "Q~"), List.of());

  @Test
  void theFirstOneIsFoundFromWhereOneLooks() {
    assertThat(WORDS.next("a SK, another SK", 0)).isEqualTo(2);
    assertThat(WORDS.next("a SK, another SK", 2)).isEqualTo(2);
    assertThat(WORDS.next("a SK, another SK", 3)).as("at the end of the text").isEqualTo(14);
    assertThat(WORDS.next("a SK, another SK", 15)).isEqualTo(-1);
    assertThat(WORDS.next("a SK, another SK", 16)).isEqualTo(-1);
    assertThat(WORDS.next("", 0)).isEqualTo(-1);
    assertThat(WORDS.next("S", 0)).isEqualTo(-1);
  }

  @Test
  void aShortWordMayHaveAnythingBehindIt() {
    assertThat(WORDS.next("SK\u00e9", 0)).isZero();
    assertThat(WORDS.next("SK\u20ac", 0)).isZero();
    assertThat(WORDS.next("xQ~\ud83d\ude00", 0)).isEqualTo(1);
  }

  @Test
  void ofSeveralThatBeginTheFirstInTheListCounts() {
    assertThat(WORDS.at("sk-ant-x", 0)).isEqualTo("sk-ant-");
    assertThat(WORDS.at("sk-and", 0)).isEqualTo("sk-");
    assertThat(WORDS.at("sk-and", 1)).isNull();
  }

  @Test
  void allThatATextHasAreTold() {
    assertThat(WORDS.in("xSKsk-ant-sk-")).containsExactly(1, 3, 10);
    assertThat(WORDS.allAt("xSKsk-ant-", 3)).containsExactly("sk-ant-", "sk-");
    assertThat(WORDS.in("sk ant Sk Q ~")).isEmpty();
    assertThat(WORDS.in("SK".repeat(100))).hasSize(100);
  }

  @Test
  void capitalsCountUnlessAnyCaseIsAskedFor() {
    WordSearch any = WordSearch.of(List.of("SK"), List.of("token", "key"));
    assertThat(any.next("a ToKeN", 0)).isEqualTo(2);
    assertThat(any.at("KEY", 0)).isEqualTo("key");
    assertThat(any.in("key sk SK Token")).containsExactly(0, 7, 10);
    assertThat(WordSearch.of(List.of("token"), List.of()).isIn("a ToKeN")).isFalse();
  }

  @Test
  void noOtherAlphabetHasLettersOfAscii() {
    WordSearch any = WordSearch.of(List.of(), List.of("keyskisk"));
    assertThat(any.next("keyskiSK", 0)).isZero();
    assertThat(any.next("keyski\u017fk", 0)).as("a long s").isEqualTo(-1);
    assertThat(any.next("keyskis\u212a", 0)).as("the sign for Kelvin").isEqualTo(-1);
  }

  @Test
  void wordsThatItCannotFindAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> WordSearch.of(List.of("a"), List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WordSearch.of(List.of(), List.of("k\u00e9y")));
  }
}
