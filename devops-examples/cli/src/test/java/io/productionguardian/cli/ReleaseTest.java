package io.productionguardian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.hash.Hashing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReleaseTest {

  @TempDir Path folder;

  @Test
  void writesWhatCarriesTheReleaseOut() {
    Path copy = Epics.copy("epic_25", folder);

    Ran ran = Ran.guardian("release", copy, "--now", Epics.NOW);

    assertThat(ran.err()).isEmpty();
    assertThat(ran.code()).isZero();
    for (String file :
        new String[] {
          "artifacts/deployment.json",
          "artifacts/cicd.yaml",
          "artifacts/runbook.md",
          "artifacts/readiness.md",
          "artifacts/readiness.sarif",
          "artifacts/decision.intoto.json",
          "decision_log.jsonl"
        }) {
      assertThat(copy.resolve("consensus").resolve(file)).isNotEmptyFile();
      assertThat(ran.out()).contains("+ consensus/" + file);
    }
  }

  @Test
  void writesNothingTheSecondTimeAndSaysSo() {
    Path copy = Epics.copy("epic_25", folder);
    Ran.guardian("release", copy, "--now", Epics.NOW);
    Map<String, String> times = Epics.times(copy);
    Map<String, String> content = Epics.content(copy);

    Ran second = Ran.guardian("release", copy, "--now", "2026_11_21_10_00_00");

    assertThat(second.code()).isZero();
    assertThat(second.out()).contains("Nothing written: this very decision");
    assertThat(Epics.content(copy)).isEqualTo(content);
    assertThat(Epics.times(copy)).isEqualTo(times);
    assertThat(Ran.guardian("check", copy).out()).contains("Next: nothing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"epic_25", "epic_25_no_staging", "epic_31", "epic_32"})
  void writesTheSameBytesForTheSameInstant(String epic) throws IOException {
    Path one = Epics.copy(epic, Files.createDirectory(folder.resolve("one")));
    Path other = Epics.copy(epic, Files.createDirectory(folder.resolve("other")));

    Ran.guardian("release", one, "--now", Epics.NOW);
    Ran.guardian("release", other, "--now", Epics.NOW);

    assertThat(Epics.content(one)).isEqualTo(Epics.content(other));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "epic_25_no_health_checks",
        "epic_25_no_rollback_plan",
        "epic_25_no_monitoring",
        "epic_25_no_runbook",
        "epic_25_vulnerabilities",
        "epic_25_no_resources",
        "epic_25_no_staging"
      })
  void tellsQualityOfAVetoAndDeploysNothing(String epic) {
    Path copy = Epics.copy(epic, folder);
    SortedMap<String, String> before = Epics.content(copy);

    Ran ran = Ran.guardian("release", copy, "--now", Epics.NOW);

    assertThat(ran.code()).isOne();
    SortedMap<String, String> after = Epics.content(copy);
    after.keySet().removeAll(before.keySet());
    assertThat(after)
        .containsKey("consensus/messages/inbox/quality/veto_" + Epics.NOW + ".yaml")
        .containsKey("consensus/decision_log.jsonl")
        .containsKey("consensus/artifacts/readiness.md")
        .containsKey("consensus/artifacts/readiness.sarif")
        .containsKey("consensus/artifacts/decision.intoto.json")
        .doesNotContainKey("consensus/artifacts/deployment.json")
        .doesNotContainKey("consensus/artifacts/cicd.yaml")
        .doesNotContainKey("consensus/artifacts/runbook.md");
    assertThat(Ran.guardian("release", copy).out()).contains("Nothing written");
  }

  @ParameterizedTest
  @ValueSource(strings = {"epic_25", "epic_25_no_staging"})
  void attestsEveryFileThatItWrote(String epic) throws IOException {
    Path copy = Epics.copy(epic, folder);

    Ran ran = Ran.guardian("release", copy, "--now", Epics.NOW);

    String statement = Files.readString(copy.resolve("consensus/artifacts/decision.intoto.json"));
    for (String line : ran.lines()) {
      if (line.startsWith("  + ") && !line.matches(".*(intoto[.]json|decision_log[.]jsonl)")) {
        String path = line.substring(4);
        assertThat(statement)
            .containsPattern(
                "\"name\": \"%s\",\\s+\"digest\": [{]\\s+\"sha256\": \"%s\""
                    .formatted(
                        path, Hashing.sha256().hashBytes(Files.readAllBytes(copy.resolve(path)))));
      }
    }
  }

  @Test
  void asksForAPersonWhenTheSameVetoStandsTwice() throws IOException {
    Path copy = Epics.copy("epic_25_no_staging", folder);
    Ran.guardian("release", copy, "--now", Epics.NOW);
    Files.writeString(copy.resolve("consensus/artifacts/note.json"), "{\"changed\": true}\n");

    Ran second = Ran.guardian("release", copy, "--now", "2026_11_21_10_00_00");

    assertThat(second.out()).contains("A person must decide now: the same veto");
  }

  @Test
  void completesAReleaseThatWasInterrupted() throws IOException {
    Path whole = Epics.copy("epic_25", Files.createDirectory(folder.resolve("whole")));
    Ran.guardian("release", whole, "--now", Epics.NOW);
    // as a process leaves it that dies before the first file is moved
    Path copy = Epics.copy("epic_25", folder);
    Path staged = Files.createDirectories(copy.resolve("consensus/.release/files"));
    for (Map.Entry<String, String> file : Epics.content(whole).entrySet()) {
      Path target = staged.resolve(file.getKey());
      if (Files.isRegularFile(whole.resolve(file.getKey()))
          && !Files.exists(copy.resolve(file.getKey()))
          && !file.getKey().endsWith(".jsonl")) {
        Files.createDirectories(target.getParent());
        Files.writeString(target, file.getValue());
      }
    }
    Files.copy(
        whole.resolve("consensus/decision_log.jsonl"), copy.resolve("consensus/.release/log-line"));
    Files.writeString(copy.resolve("consensus/.release/log-size"), "0");

    Ran ran = Ran.guardian("release", copy);

    assertThat(ran.out()).contains("interrupted has been completed").contains("Nothing written");
    assertThat(Epics.content(copy)).isEqualTo(Epics.content(whole));
  }

  // --to

  @ParameterizedTest
  @ValueSource(strings = {"epic_25", "epic_25_no_staging", "epic_31", "epic_32"})
  void writesElsewhereWhatItWouldWriteAndLeavesTheEpicAsItIs(String epic) throws IOException {
    Path copy = Epics.copy(epic, folder);
    SortedMap<String, String> before = Epics.content(copy);
    SortedMap<String, String> times = Epics.times(copy);
    Path look = folder.resolve("target/look");

    Ran ran = Ran.guardian("release", copy, "--now", Epics.NOW, "--to", look);

    assertThat(ran.err()).isEmpty();
    assertThat(Epics.content(copy)).isEqualTo(before);
    assertThat(Epics.times(copy)).isEqualTo(times);
    Ran inPlace = Ran.guardian("release", copy, "--now", Epics.NOW);
    assertThat(ran.code()).isEqualTo(inPlace.code());
    assertThat(written(ran)).isEqualTo(written(inPlace)).hasSizeGreaterThan(4);
    SortedMap<String, String> changed = Epics.content(copy);
    changed.entrySet().removeAll(before.entrySet());
    SortedMap<String, String> seen = Epics.content(look);
    seen.values().removeIf("(folder)"::equals);
    changed.values().removeIf("(folder)"::equals);
    assertThat(seen.remove("SHA256SUMS")).hasLineCount(changed.size() + 1);
    assertThat(seen).isEqualTo(changed);
  }

  private static List<String> written(Ran ran) {
    return ran.lines().stream().filter(line -> line.startsWith("  + ")).toList();
  }

  @Test
  void writesElsewhereAnyNumberOfTimes() {
    Path copy = Epics.copy("epic_25", folder);
    Path look = folder.resolve("look");
    Object[] command = {"release", copy, "--now", Epics.NOW, "--to", look};
    Ran first = Ran.guardian(command);
    SortedMap<String, String> content = Epics.content(look);

    assertThat(Ran.guardian(command)).isEqualTo(first);
    assertThat(Epics.content(look)).isEqualTo(content);

    Ran.guardian("release", copy, "--now", "2026_11_19_10_00_00");
    Ran afterARelease = Ran.guardian(command);
    assertThat(written(afterARelease)).isEqualTo(written(first));
    assertThat(afterARelease.code()).isZero();
  }

  @Test
  void saysWhereTheFilesAreAndWhatToReadFirst() {
    Path approved = Epics.copy("epic_25", folder);
    Path vetoed = Epics.copy("epic_25_no_staging", folder);
    Path look = folder.resolve("look");

    String approval = Ran.guardian("release", approved, "--to", look).words();
    String veto = Ran.guardian("release", vetoed, "--to", look).words();

    String first = "Next: read " + look.resolve("consensus/artifacts/readiness.md") + " first";
    assertThat(look.resolve("consensus/artifacts/readiness.md")).isNotEmptyFile();
    assertThat(approval)
        .contains("Written to " + look + " (25); the epic's folder is as it was", first)
        .contains("guardian release " + approved + " writes them into the epic's folder");
    assertThat(veto)
        .contains(first, "guardian release " + vetoed + " --to " + look + " when the blocking")
        .contains("guardian explain staging-validation");
  }

  @Test
  void completesNothingWhenItWritesElsewhere() throws IOException {
    Path copy = Epics.copy("epic_25", folder);
    Files.createDirectories(copy.resolve("consensus/.release/files"));
    Map<String, String> content = Epics.content(copy);

    Ran ran = Ran.guardian("release", copy, "--to", folder.resolve("look"));

    assertThat(Epics.content(copy)).isEqualTo(content);
    assertThat(ran.words())
        .contains(
            "guardian release "
                + copy
                + " completes the release of this epic that was interrupted");
  }
}
