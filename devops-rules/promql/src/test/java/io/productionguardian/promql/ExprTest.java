package io.productionguardian.promql;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.productionguardian.promql.LabelMatcher.Op;
import io.productionguardian.promql.Matching.Many;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExprTest {

  private static final Matching PLAIN = Matching.all(false);
  private static final Expr A = metric("a");
  private static final Expr B = metric("b");
  private static final Expr C = metric("c");

  private static PromQl.Parsed parsed(String text) {
    assertThat(PromQl.parse(text)).as(text).isInstanceOf(PromQl.Parsed.class);
    return (PromQl.Parsed) PromQl.parse(text);
  }

  private static Expr tree(String text) {
    return parsed(text).expr();
  }

  private static Expr metric(String name) {
    return new Expr.Selector(ImmutableList.of(new LabelMatcher("__name__", Op.EQUAL, name)));
  }

  private static Expr vectors(Operator operator, Expr left, Expr right) {
    return new Expr.Binary(operator, PLAIN, left, right, Type.VECTOR);
  }

  private static Expr numbers(Operator operator, Expr left, Expr right) {
    return new Expr.Binary(operator, PLAIN, left, right, Type.SCALAR);
  }

  private static Expr literal(double value) {
    return new Expr.Literal(value);
  }

  @Test
  void operatorsBindAsTheyDoInPrometheus() {
    assertThat(tree("a + b * c"))
        .isEqualTo(vectors(Operator.ADD, A, vectors(Operator.MULTIPLY, B, C)));
    assertThat(tree("(a + b) * c"))
        .isEqualTo(vectors(Operator.MULTIPLY, vectors(Operator.ADD, A, B), C));
    assertThat(tree("a - b - c"))
        .isEqualTo(vectors(Operator.SUBTRACT, vectors(Operator.SUBTRACT, A, B), C));
    assertThat(tree("a or b and c"))
        .isEqualTo(vectors(Operator.OR, A, vectors(Operator.AND, B, C)));
    assertThat(tree("2 ^ 3 ^ 4"))
        .isEqualTo(
            numbers(Operator.POWER, literal(2), numbers(Operator.POWER, literal(3), literal(4))));
    assertThat(tree("-2 ^ 3"))
        .isEqualTo(new Expr.Negated(numbers(Operator.POWER, literal(2), literal(3))));
    assertThat(tree("+a")).isEqualTo(A);
  }

  @Test
  void aSelectorHasItsMatchersInOrder() {
    assertThat(tree("a{b!='c', d=~\"e|f\", g!~`h`, i=\"\"}"))
        .isEqualTo(
            new Expr.Selector(
                ImmutableList.of(
                    new LabelMatcher("__name__", Op.EQUAL, "a"),
                    new LabelMatcher("b", Op.NOT_EQUAL, "c"),
                    new LabelMatcher("d", Op.MATCH, "e|f"),
                    new LabelMatcher("g", Op.NO_MATCH, "h"),
                    new LabelMatcher("i", Op.EQUAL, ""))));
    assertThat(tree("{'a.b', c='d'}"))
        .isEqualTo(
            new Expr.Selector(
                ImmutableList.of(
                    new LabelMatcher("__name__", Op.EQUAL, "a.b"),
                    new LabelMatcher("c", Op.EQUAL, "d"))));
  }

  @Test
  void rangesAndShiftsKeepTheirSeconds() {
    assertThat(tree("a[1h30m]")).isEqualTo(new Expr.Range(A, 5_400, OptionalDouble.empty()));
    assertThat(tree("a[5m] offset -1m"))
        .isEqualTo(
            new Expr.Shifted(
                new Expr.Range(A, 300, OptionalDouble.empty()), OptionalDouble.of(-60)));
    assertThat(tree("a[1h:1m]")).isEqualTo(new Expr.Range(A, 3_600, OptionalDouble.of(60)));
    assertThat(tree("a[1h:]")).isEqualTo(new Expr.Range(A, 3_600, OptionalDouble.of(0)));
    assertThat(tree("a offset 2m @ end()"))
        .isEqualTo(
            new Expr.Shifted(new Expr.Shifted(A, OptionalDouble.of(120)), OptionalDouble.empty()));
    assertThat(tree("a offset +500ms").parts()).containsExactly(A);
  }

  @Test
  void callsAndAggregationsKeepWhatTheyTake() {
    assertThat(tree("label_join(a, 'x', ',')"))
        .isEqualTo(
            new Expr.Call(
                "label_join",
                ImmutableList.of(A, new Expr.Quoted("x"), new Expr.Quoted(",")),
                Type.VECTOR));
    assertThat(tree("TOPK without (x, y) (3, a)"))
        .isEqualTo(
            new Expr.Aggregation(
                "topk", Optional.of(literal(3)), A, false, ImmutableSet.of("x", "y")));
    assertThat(tree("sum(a) by (x)"))
        .isEqualTo(new Expr.Aggregation("sum", Optional.empty(), A, true, ImmutableSet.of("x")));
    assertThat(tree("sum(a)").parts()).containsExactly(A);
    assertThat(tree("topk(3, a)").parts()).containsExactly(literal(3), A);
  }

  @Test
  void matchingIsKept() {
    assertThat(tree("a == bool on(x) group_right(y) b"))
        .isEqualTo(
            new Expr.Binary(
                Operator.EQUAL,
                new Matching(true, true, ImmutableSet.of("x"), Many.RIGHT, ImmutableSet.of("y")),
                A,
                B,
                Type.VECTOR));
    assertThat(tree("a * ignoring(x) group_left b"))
        .isEqualTo(
            new Expr.Binary(
                Operator.MULTIPLY,
                new Matching(false, false, ImmutableSet.of("x"), Many.LEFT, ImmutableSet.of()),
                A,
                B,
                Type.VECTOR));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a | VECTOR | true",
        "a offset 5m | VECTOR | true",
        "-a | VECTOR | true",
        "sum(a) | VECTOR | true",
        "1 > bool a | VECTOR | true",
        "1 | SCALAR | true",
        "-time() | SCALAR | true",
        "1 + 1 | SCALAR | true",
        "a[5m] | RANGE | false",
        "a[5m] offset 1m | RANGE | false",
        "'a' | STRING | false",
      })
  void anAlertTakesSamplesOrANumber(String text, Type type, boolean isCondition) {
    assertThat(tree(text).type()).isEqualTo(type);
    assertThat(parsed(text).isCondition()).isEqualTo(isCondition);
  }

  // What matchers select

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "a='b', b, true",
        "a='b', c, false",
        "a!='b', b, false",
        "a!='b', ``, true",
        "a=~'5..', 503, true",
        "a=~'5..', 5033, false",
        "a=~'5..', 1503, false",
        "a=~'b|bc', bc, true",
        "a!~'b|bc', bc, false",
        "a!~'b', ``, true",
        "a=~'(?i)B', b, true",
        "a=~'\\\\pL', é, true",
        "a=~'\\\\p{Greek}', α, true",
        "a=~'\\\\p{Greek}', a, false",
        "a=~'\\\\pL', 5, false",
        "a=~'[[:alpha:]]+', ab, true",
        "a=~'\\\\Qa.b\\\\E', a.b, true",
        "a=~'\\\\Qa.b\\\\E', axb, false",
        "a=~'(?P<n>a)', a, true",
      })
  void aMatcherSelectsAsPrometheusDoes(String matcher, String value, boolean selected) {
    Expr.Selector selector = (Expr.Selector) tree("x{" + matcher + "}");

    assertThat(selector.matchers().get(1).matches(value)).isEqualTo(selected);
  }

  @Test
  void matchingTakesTimeInProportion() {
    Expr.Selector selector = (Expr.Selector) tree("x{a=~\"(a|aa|a*)*b\"}");

    assertThat(selector.matchers().get(1).matches("a".repeat(10_000))).isFalse();
    assertThat(selector.matchers().get(1).matches("a".repeat(10_000) + "b")).isTrue();
  }

  @Test
  void matchersAreEqualByWhatTheySay() {
    LabelMatcher matcher = new LabelMatcher("a", Op.MATCH, "b");

    assertThat(matcher)
        .isEqualTo(new LabelMatcher("a", Op.MATCH, "b"))
        .hasSameHashCodeAs(new LabelMatcher("a", Op.MATCH, "b"))
        .isNotEqualTo(new LabelMatcher("a", Op.NO_MATCH, "b"))
        .isNotEqualTo(new LabelMatcher("b", Op.MATCH, "b"))
        .isNotEqualTo(new LabelMatcher("a", Op.MATCH, "c"))
        .isNotEqualTo("a=~b")
        .hasToString("a=~b");
  }
}
