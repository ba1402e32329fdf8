package io.productionguardian.render.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scripts that need no cluster, run by bash as GitHub does. */
class ScriptTest {

  private static final String FIRES = "{\"data\":{\"result\":[{\"value\":[0,\"%s\"]}]}}";

  /** In CI, what is missing is a failure. */
  private static final boolean JUDGES_REQUIRED = Boolean.getBoolean("guardian.judges.required");

  @TempDir private Path folder;

  private record Ended(int status, String said) {}

  @Test
  void watchEndsWellWhenAllAlertsAreLoadedAndNoneFires() throws Exception {
    assertThat(watch(rules("Down", "Slow", "Other"), FIRES.formatted(0)).status()).isZero();
  }

  @Test
  void watchEndsWhenAnAlertFires() throws Exception {
    Ended ended = watch(rules("Down", "Slow"), FIRES.formatted(2));

    assertThat(ended.status()).isOne();
    assertThat(ended.said()).contains("alerts that fire: 2");
  }

  @Test
  void watchEndsWhenAnAlertIsNotLoaded() throws Exception {
    Ended ended = watch(rules("Down"), FIRES.formatted(0));

    assertThat(ended.status()).isOne();
    assertThat(ended.said()).contains("has not loaded: Slow");
  }

  @Test
  void watchEndsWhenNoRuleIsLoaded() throws Exception {
    Ended ended = watch("{\"data\":{\"groups\":[]}}", FIRES.formatted(0));

    assertThat(ended.said()).contains("has not loaded: Down, Slow");
    assertThat(ended.status()).isOne();
  }

  @Test
  void storeThatListsNoRulesIsAskedOfThemOtherwise() throws Exception {
    assertThat(watch("404 page not found", FIRES.formatted(0)).status()).isZero();
    Ended ended = watch("404 page not found", FIRES.formatted(1));
    assertThat(ended.status()).isOne();
    assertThat(ended.said()).contains("has not loaded: 1");
  }

  @Test
  void watchEndsWhenPrometheusSaysNothingOfUse() throws Exception {
    assertThat(watch("", "").status()).isNotZero();
    assertThat(watch(rules("Down", "Slow"), "{\"data\":{\"result\":[]}}").status()).isOne();
    assertThat(watch(rules("Down", "Slow"), "").status()).isNotZero();
  }

  @Test
  void imageTakesItsPlaceInTheManifests() throws Exception {
    Path manifest = folder.resolve("deployment-blue.yaml");
    String before = "image: \"image.invalid/api:set-by-the-workflow\"\n";

    Files.writeString(manifest, before);
    Ended good = setImage("registry.example.com:5000/team/api:0a1b");
    assertThat(good.status()).as(good.said()).isZero();
    assertThat(manifest)
        .content()
        .isEqualTo("image: \"registry.example.com:5000/team/api:0a1b\"\n");

    for (String image : new String[] {":0a1b", "a|b:0a1b", "a\":0a1b", "a b:0a1b", "a&b:1"}) {
      Files.writeString(manifest, before);
      assertThat(setImage(image).status()).as(image).isOne();
      assertThat(manifest).content().isEqualTo(before);
    }
  }

  private Ended setImage(String image) throws Exception {
    return run(
        Script.SET_IMAGE.text(),
        Map.of("IMAGE", image, "APP", "api", "STAGE", "dev", "MANIFESTS", folder.toString()));
  }

  private static String rules(String... names) {
    StringBuilder rules = new StringBuilder("{\"data\":{\"groups\":[{\"rules\":[");
    for (String name : names) {
      rules.append("{\"name\":\"").append(name).append("\"},");
    }
    rules.setLength(rules.length() - 1);
    return rules.append("]}]}}").toString();
  }

  /** With a curl that answers, and a sleep that takes no time. */
  private Ended watch(String rules, String query) throws Exception {
    assumeThat(run("command -v jq", Map.of()).status() == 0 || JUDGES_REQUIRED)
        .as("jq is there, as on GitHub's runners")
        .isTrue();
    Files.writeString(folder.resolve("rules"), rules);
    Files.writeString(folder.resolve("query"), query);
    String stubs =
        """
        sleep() { SECONDS=$((SECONDS + $1)); }
        curl() {
          case "$*" in
            */api/v1/rules*) cat "$ANSWERS/rules" ;;
            */api/v1/query*) cat "$ANSWERS/query" ;;
          esac
        }
        """;
    return run(
        stubs + Script.WATCH.text(),
        Map.of(
            "ANSWERS", folder.toString(),
            "ALERTS", "[\"Down\",\"Slow\"]",
            "FIRING", "up",
            "NOT_LOADED", "up",
            "STAGE", "dev",
            "ENDPOINT", "/health",
            "WATCH_SECONDS", "120",
            "SERVICE_URL", "http://service",
            "PROMETHEUS_URL", "http://prometheus/"));
  }

  private static Ended run(String script, Map<String, String> env)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script)
            .redirectErrorStream(true);
    builder.environment().putAll(env);
    Process process = builder.start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), said);
  }
}
