package io.productionguardian.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.productionguardian.TestRule;
import io.productionguardian.document.SourceLocation;
import io.productionguardian.model.MustHave;
import io.productionguardian.model.Severity;
import io.productionguardian.model.VetoTrigger;
import io.productionguardian.rule.RuleInfo.Param;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleInfoTest {

  private static RuleInfo.Builder complete(String id) {
    return TestRule.info(id, Severity.BLOCK, RuleInfo.Concern.READINESS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "rollback-time", "no-2-x", "7"})
  void anIdIsKebabCase(String id) {
    assertThat(complete(id).build().id()).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "A", "a_b", "-a", "a-", "a--b", "a b", "ä", "a\n", "a.b"})
  void anyOtherIdIsRefused(String id) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> complete(id).build())
        .withMessageContaining("not kebab-case");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Act", "a-b", "_a", "a__b", "a b"})
  void anActionIsSnakeCase(String action) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> complete("a-b").action(action).build())
        .withMessageContaining("a-b")
        .withMessageContaining("not snake_case");
    assertThat(complete("a-b").action("add_health_checks").build().action())
        .isEqualTo("add_health_checks");
  }

  static Stream<UnaryOperator<RuleInfo.Builder>> blanks() {
    return Stream.of(
        b -> b.summary(" "), b -> b.impact(""), b -> b.requirement("\n"), b -> b.suggestion(""));
  }

  @ParameterizedTest
  @MethodSource("blanks")
  void aRuleWithoutOneOfItsTextsIsRefused(UnaryOperator<RuleInfo.Builder> blank) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> blank.apply(complete("a-b")).build())
        .withMessage("rule a-b lacks a text");
  }

  @Test
  void anotherSeverityChangesNothingElse() {
    RuleInfo info =
        complete("a-b")
            .trigger(VetoTrigger.NO_RUNBOOK)
            .mustHave(MustHave.RUNBOOK)
            .param(Param.number("most", 3, "at most"))
            .build();

    RuleInfo warned = info.withSeverity(Severity.WARN);

    assertThat(warned.severity()).isEqualTo(Severity.WARN);
    assertThat(warned.withSeverity(Severity.BLOCK)).isEqualTo(info);
    assertThat(info.trigger()).contains(VetoTrigger.NO_RUNBOOK);
    assertThat(info.params()).hasSize(1);
  }

  @Test
  void onlyABlockingRuleBlocks() {
    RuleInfo info = complete("a-b").build();
    Finding finding = new Finding(info, "v", SourceLocation.of("f"), Optional.empty());

    assertThat(finding.blocking()).isTrue();
    assertThat(
            new Finding(
                    info.withSeverity(Severity.WARN), "v", SourceLocation.of("f"), Optional.empty())
                .blocking())
        .isFalse();
    assertThat(finding.severity()).isEqualTo(Severity.BLOCK);
  }
}
