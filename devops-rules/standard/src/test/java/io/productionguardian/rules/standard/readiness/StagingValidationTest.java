package io.productionguardian.rules.standard.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import io.productionguardian.rules.standard.Shown;
import io.productionguardian.testkit.Epic;
import io.productionguardian.testkit.Epics;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StagingValidationTest {

  private static final String STAGES = "/deployment_strategy/stages";
  private static final String STAGING = "{\"stage\": \"staging\", \"tests\": [\"smoke\"]}";
  private static final String PRODUCTION = "{\"stage\": \"production\"}";

  private static List<String> mended(String stages) {
    return found(Epics.approvable().set("implementation", STAGES, "[" + stages + "]"));
  }

  private static List<String> found(Epic epic) {
    return Shown.of(new StagingValidation(), epic, "consensus/artifacts/implementation.json")
        .stream()
        .map(line -> line.substring(line.indexOf('/')))
        .toList();
  }

  @Test
  void stagingComesBeforeProduction() {
    assertThat(mended(STAGING + ", " + PRODUCTION)).isEmpty();
    assertThat(mended(STAGING)).isEmpty();
    assertThat(mended("{\"stage\": \"development\"}, " + STAGING + ", " + PRODUCTION)).isEmpty();
    assertThat(mended(PRODUCTION + ", " + STAGING))
        .containsExactly(
            STAGES
                + "/1 replace"
                + STAGES
                + " [{\"stage\": \"staging\", \"tests\": [\"smoke\"]}, {\"stage\": \"production\"}]");
    assertThat(mended(PRODUCTION + ", {\"stage\": \"x\"}, " + STAGING).get(0))
        .startsWith(STAGES + "/2 replace" + STAGES + " [{\"stage\": \"staging\"")
        .endsWith("{\"stage\": \"production\"}, {\"stage\": \"x\"}]");
  }

  @Test
  void stagingIsThere() {
    assertThat(mended(PRODUCTION).get(0)).startsWith(STAGES + "/0 add" + STAGES + "/0 {");
    assertThat(mended("{\"stage\": \"x\"}, " + PRODUCTION).get(0))
        .startsWith(STAGES + "/0 add" + STAGES + "/1 {");
    assertThat(mended("{\"stage\": \"x\"}").get(0)).startsWith(STAGES + "/0 add" + STAGES + "/- {");
  }

  @Test
  void somethingIsRunInStaging() {
    assertThat(mended("{\"stage\": \"staging\"}, " + PRODUCTION))
        .containsExactly(
            STAGES + "/0 add" + STAGES + "/0/tests [\"<test, e.g. example smoke test>\"]");
  }

  @Test
  void stagingIsNotSkipped() {
    String skipped = "/deployment_strategy/stages_skipped";

    assertThat(found(Epics.approvable().set("implementation", skipped, "[\"development\"]")))
        .isEmpty();
    assertThat(
            found(
                Epics.approvable()
                    .set("implementation", skipped, "[\"development\", \" Staging\"]")))
        .containsExactly(skipped + "/1 remove" + skipped + "/1 ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "/deployment_strategy/stages_skipped | \"dev, staging\"",
        "/deployment_strategy/skipped_stages | [{\"stage\": \"Staging\", \"reason\": \"no time\"}]",
        "/deployment_strategy/stages_skipped | {\"staging\": true}",
        "/skipped_stages | [\"staging\"]",
        "/deployment_strategy/stages/1/stage | \"not-staging\"",
        "/deployment_strategy/stages/1/skip | \"yes\"",
        "/deployment_strategy/stages/1/SKIP | 1",
        "/deployment_strategy/stages/1/enabled | \"no\"",
        "/deployment_strategy/stages/1/Enabled | false",
        "/deployment_strategy/stages/1/tests | [\"\u00a0\", \"\u200b\", \"Tbd\"]",
      })
  void itIsNotSkippedInAnyOtherForm(String pointer, String value) {
    assertThat(found(Epics.approvable().set("implementation", pointer, value))).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "/deployment_strategy/stages_skipped | []",
        "/deployment_strategy/stages_skipped | {\"staging\": false}",
        "/skipped_stages | \"none\"",
        "/deployment_strategy/stages/1/skip | \"no\"",
        "/deployment_strategy/stages/1/enabled | \"yes\"",
      })
  void whatSkipsNothingIsLeftAlone(String pointer, String value) {
    assertThat(found(Epics.approvable().set("implementation", pointer, value))).isEmpty();
  }
}
