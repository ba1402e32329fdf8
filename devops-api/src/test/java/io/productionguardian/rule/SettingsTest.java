package io.productionguardian.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.productionguardian.TestRule;
import io.productionguardian.document.Document;
import io.productionguardian.document.Document.Limits;
import io.productionguardian.document.Node;
import io.productionguardian.model.Severity;
import io.productionguardian.policy.Catalog;
import io.productionguardian.rule.RuleInfo.Param;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

  private static final RuleInfo INFO =
      TestRule.info("a-rule", Severity.BLOCK, RuleInfo.Concern.CUSTOM)
          .param(Param.number("most_seconds", 60, "seconds"))
          .param(Param.text("stage", "staging", "the stage"))
          .param(Param.flag("strict", true, "whether"))
          .build();

  private static Map<String, Node> stated(String yaml) {
    return Document.read(
            "guardian.yaml",
            yaml.getBytes(StandardCharsets.UTF_8),
            Document.Format.YAML,
            Limits.STANDARD)
        .root()
        .orElseThrow()
        .members();
  }

  @Test
  void whatIsNotStatedHasItsStandardValue() {
    Settings settings = Settings.standard(INFO);

    assertThat(settings.number("most_seconds")).isEqualByComparingTo("60");
    assertThat(settings.text("stage")).isEqualTo("staging");
    assertThat(settings.flag("strict")).isTrue();
  }

  @Test
  void whatIsStatedCounts() {
    Settings settings =
        Settings.of(
            INFO, stated("most_seconds: 2.5\nstage: dev\nstrict: false\n"), Catalog.standard());

    assertThat(settings.number("most_seconds")).isEqualByComparingTo("2.5");
    assertThat(settings.text("stage")).isEqualTo("dev");
    assertThat(settings.flag("strict")).isFalse();
  }

  @Test
  void anUnknownSettingIsRefusedAtItsPlace() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Settings.of(INFO, stated("stage: dev\nmost: 5\n"), Catalog.standard()))
        .withMessage("guardian.yaml:2:7 rule a-rule has no setting \"most\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "most_seconds: '60'",
        "most_seconds: true",
        "most_seconds: [60]",
        "most_seconds: null",
        "most_seconds: .inf",
        "stage: 5",
        "stage: {}",
        "strict: 'true'",
        "strict: 1"
      })
  void aValueOfAnotherTypeIsRefusedAtItsPlace(String yaml) {
    String name = yaml.substring(0, yaml.indexOf(':'));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Settings.of(INFO, stated("\n" + yaml), Catalog.standard()))
        .withMessageStartingWith("guardian.yaml:2:")
        .withMessageContaining("setting \"" + name + "\" of rule a-rule");
  }

  @Test
  void aRuleMayOnlyAskForWhatItDeclares() {
    Settings settings = Settings.standard(INFO);

    assertThatIllegalArgumentException().isThrownBy(() -> settings.number("other"));
    assertThatIllegalArgumentException().isThrownBy(() -> settings.number("stage"));
    assertThatIllegalArgumentException().isThrownBy(() -> settings.flag("most_seconds"));
    assertThatIllegalArgumentException().isThrownBy(() -> settings.text("strict"));
  }

  @Test
  void aSettingThatIsDeclaredTwiceIsRefused() {
    RuleInfo twice =
        TestRule.info("a-rule", Severity.BLOCK, RuleInfo.Concern.CUSTOM)
            .param(Param.text("a", "1", "x"))
            .param(Param.text("a", "2", "y"))
            .build();

    assertThatIllegalArgumentException().isThrownBy(() -> Settings.standard(twice));
  }
}
