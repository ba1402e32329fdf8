package io.productionguardian.promql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PromQlProperties {

  private static final List<String> EXPRESSIONS = Cases.expressions().toList();

  /** Expressions come apart at these, and what lies between is what others are put together of. */
  private static final List<String> PIECES =
      EXPRESSIONS.stream()
          .flatMap(each -> List.of(each.split("(?<=[^\\w:])|(?=[^\\w:])")).stream())
          .distinct()
          .toList();

  @Provide
  Arbitrary<String> pieces() {
    return Arbitraries.of(PIECES).list().ofMaxSize(30).map(each -> String.join("", each));
  }

  @Provide
  Arbitrary<String> mutants() {
    return Combinators.combine(
            Arbitraries.of(EXPRESSIONS),
            Arbitraries.integers().between(0, 60),
            Arbitraries.integers().between(0, 3),
            Arbitraries.oneOf(
                Arbitraries.of(PIECES), Arbitraries.strings().ofMaxLength(2), pieces()))
        .as(PromQlProperties::mutant);
  }

  private static String mutant(String expression, int at, int removed, String inserted) {
    int from = Math.min(at, expression.length());
    int to = Math.min(from + removed, expression.length());
    return expression.substring(0, from) + inserted + expression.substring(to);
  }

  @Property
  void noTextThrows(@ForAll String text) {
    judge(text);
  }

  @Property
  void noHeapOfPiecesThrows(@ForAll("pieces") String text) {
    judge(text);
  }

  @Property(tries = 5000)
  void noMutantThrows(@ForAll("mutants") String text) {
    judge(text);
  }

  @Property(tries = 300)
  void noRegularExpressionThrows(@ForAll("pieces") String text) {
    judge("{a=~`" + text.replace('`', '\'') + "`}");
  }

  @Property
  void parenthesesAndSpaceChangeNothing(@ForAll("mutants") String text) {
    if (PromQl.parse(text) instanceof PromQl.Parsed plain) {
      PromQl.Parsed wrapped = (PromQl.Parsed) PromQl.parse(" (\n" + text + "\n) # end");

      assertThat(wrapped)
          .usingRecursiveComparison()
          .ignoringFields("text")
          .withEqualsForFields(Object::equals, "expr")
          .isEqualTo(plain);
    }
  }

  private static void judge(String text) {
    PromQl read = PromQl.parse(text);
    if (read instanceof PromQl.Failed failed) {
      assertThat(failed.reason()).isNotBlank();
      assertThat(failed.offset()).isBetween(0, text.length());
    } else {
      PromQl.Parsed parsed = (PromQl.Parsed) read;
      assertThat(parsed.text()).isEqualTo(text);
      assertThat(parsed.isAlwaysTrue() && parsed.isNeverTrue()).isFalse();
      assertThat(parsed.rangeSeconds()).isNotNegative();
    }
  }
}
