package io.productionguardian.promql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class PromQlCasesTest {

  @TestFactory
  Stream<DynamicTest> verdictsAreThoseOfPrometheus() {
    return Cases.all().stream()
        .map(each -> DynamicTest.dynamicTest(each.line(), () -> judge(each)));
  }

  private static void judge(Cases.Case each) {
    PromQl read = PromQl.parse(each.expression());
    if (each.verdict() == '-') {
      assertThat(read).isInstanceOf(PromQl.Failed.class);
      PromQl.Failed failed = (PromQl.Failed) read;
      assertThat(failed.reason()).contains(each.reason()).doesNotContain("\n");
      assertThat(failed.offset()).isBetween(0, each.expression().length());
    } else {
      assertThat(read).isInstanceOf(PromQl.Parsed.class);
      PromQl.Parsed parsed = (PromQl.Parsed) read;
      assertThat(parsed.text()).isEqualTo(each.expression());
      assertThat(parsed.needsNewerThan242()).isEqualTo(each.verdict() == '3');
    }
  }

  @Test
  void theFileIsWhole() {
    assertThat(Cases.all()).hasSizeGreaterThan(800);
  }
}
