package io.productionguardian.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.productionguardian.document.Node;
import io.productionguardian.model.Severity;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyTest {

  private static Policy read(String text) {
    return Policy.read("guardian.yaml", text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aPolicySaysWhatIsSaidOfRules() {
    Policy policy =
        read(
            """
            zone: Europe/Berlin
            rules:
              rollback-time:
                severity: warn
                settings:
                  most_seconds: 90
              runbook:
                off: We keep it elsewhere
            """);

    assertThat(policy.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
    assertThat(policy.rule("rollback-time").severity()).contains(Severity.WARN);
    assertThat(policy.rule("rollback-time").offReason()).isEmpty();
    assertThat(policy.rule("rollback-time").settings().get("most_seconds"))
        .extracting(Node::integer)
        .isEqualTo(java.util.Optional.of(90));
    assertThat(policy.rule("runbook").offReason()).contains("We keep it elsewhere");
    assertThat(policy.rule("another")).isSameAs(RulePolicy.NONE);
    assertThat(policy.rules()).hasSize(2);
  }

  @Test
  void theShippedPolicySaysNothing() {
    Policy policy = Policy.standard();

    assertThat(policy.zone()).isEqualTo(ZoneOffset.UTC);
    assertThat(policy.rules()).isEmpty();
    assertThat(policy.sha256()).hasSize(64);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "rules: {}",
        "waivers: []",
        "zone: UTC",
        "zone: '+02:00'",
        "{\"rules\": {}}"
      })
  void aPolicyMaySayLittle(String text) {
    assertThat(read(text).rules()).isEmpty();
  }

  @Test
  void everyByteIsInTheDigest() {
    assertThat(read("rules: {}").sha256())
        .isNotEqualTo(read("rules: {} ").sha256())
        .isNotEqualTo(Policy.standard().sha256());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "zone: Atlantis/City | guardian.yaml:1:7 is not a time zone",
        "zone: 5 | guardian.yaml:1:7 ",
        "rules: | guardian.yaml:1:7 ",
        "rules:~  a-b: off | guardian.yaml:2:8 ",
        "rules:~  a-b:~    severity: fatal | guardian.yaml:3:15 ",
        "rules:~  a-b:~    severity: BLOCK | guardian.yaml:3:15 ",
        "rules:~  a-b:~    off: true | guardian.yaml:3:10 ",
        "rules:~  a-b:~    off: '  ' | guardian.yaml:3:10 ",
        "rules:~  a-b:~    settings: [] | guardian.yaml:3:5 ",
        "rules:~  a-b:~    setings: {} | guardian.yaml:2:3 ",
        "rules:~  A_b: {} | guardian.yaml:1:1 ",
        "exceptions: [] | guardian.yaml:1:1 ",
        "waivers: {} | guardian.yaml:1:1 ",
        "rules: {}~rules: {} | guardian.yaml:2:1 ",
        "rules:~  a: b: c | guardian.yaml:2:7 ",
        "rules: {}~---~rules: {} | guardian.yaml:3:1 ",
        "- rules | guardian.yaml:1:1 ",
        "text | guardian.yaml:1:1 ",
      })
  void aFaultIsNamedWithItsPlace(String text, String message) {
    assertThatExceptionOfType(PolicyException.class)
        .isThrownBy(() -> read(text.replace('~', '\n')))
        .withMessageStartingWith(message)
        .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  \n", "# rules:\n#   runbook:\n"})
  void anEmptyFileIsNoPolicy(String text) {
    assertThatExceptionOfType(PolicyException.class)
        .isThrownBy(() -> read(text))
        .withMessageStartingWith("guardian.yaml:1:1 ");
  }

  @Test
  void everyFaultHasALine() {
    assertThatExceptionOfType(PolicyException.class)
        .isThrownBy(() -> read("zone: 5\nrules:\n  a:\n    severity: x\n    off: 3\n"))
        .satisfies(
            e ->
                assertThat(e.getMessage().lines())
                    .hasSize(3)
                    .allMatch(line -> line.startsWith("guardian.yaml:")));
  }
}
