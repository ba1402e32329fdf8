package io.productionguardian.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.productionguardian.testkit.Epic.Change;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EpicTest {

  private static final Epic EPIC = Epics.approvable();

  @Test
  void fixtureIsTheExampleAsItsAgentsLeftIt() {
    Epic example = Epics.read(Path.of("../../devops-examples/epics/epic_25"));

    assertThat(EPIC.id()).isEqualTo(example.id());
    assertThat(EPIC.files().keySet()).isEqualTo(example.files().keySet());
    EPIC.files()
        .forEach(
            (path, file) ->
                assertThat(file.sha256()).isEqualTo(example.files().get(path).sha256()));
  }

  @Test
  void editsAreMadeAtPointersAndShown() {
    Epic edited =
        EPIC.set("plan", "/epic_id", "\"other\"")
            .set("implementation", "/ci/test_commands/-", "\"make\"")
            .remove("review", "/security_scan")
            .deploys("compose.yaml", "services: {}\n")
            .withoutFile("epic_25.md");

    assertThat(edited.dossier().root("plan").orElseThrow().nearest("/epic_id").text())
        .contains("other");
    assertThat(edited.dossier().testCommands()).hasSize(EPIC.dossier().testCommands().size() + 1);
    assertThat(edited.dossier().root("review").orElseThrow().get("security_scan")).isEmpty();
    assertThat(edited.repository()).containsOnlyKeys("compose.yaml");
    assertThat(edited)
        .hasToString(
            "epic_25 with consensus/artifacts/plan.json/epic_id = \"other\";"
                + " consensus/artifacts/implementation.json/ci/test_commands/- = \"make\";"
                + " without consensus/artifacts/review.json/security_scan;"
                + " deploys compose.yaml; without epic_25.md");
    assertThat(EPIC).hasToString("epic_25");
  }

  @Test
  void messagesAndLogLieWhereTheyAreRead() {
    Epic edited =
        EPIC.message("m.yaml", "from: quality\ntype: approve\n")
            .log("{\"agent\":\"quality\",\"decision\":\"approve\",\"epic_id\":\"epic_25\"}");

    assertThat(edited.dossier().messages()).hasSize(EPIC.dossier().messages().size() + 1);
    assertThat(edited.dossier().log()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/nowhere/at/all", "/stages/99", "/stages/x", ""})
  void editsOfNothingFail(String pointer) {
    assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> EPIC.remove("plan", pointer));
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> EPIC.set("plan", pointer, "1"));
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> EPIC.set("minutes", "/a", "1"));
  }

  @Test
  void membersTheOtherWayRoundMeanTheSame() {
    Epic reversed = EPIC.reversed();

    assertThat(reversed.dossier().root("plan").orElseThrow().members().keySet().iterator().next())
        .isNotEqualTo(
            EPIC.dossier().root("plan").orElseThrow().members().keySet().iterator().next());
    assertThat(reversed.reversed().dossier().stages()).hasSameSizeAs(EPIC.dossier().stages());
    assertThat(EPIC.file("consensus/artifacts/plan.json", "{").reversed().files())
        .containsKey("consensus/artifacts/plan.json");
  }

  @Test
  void everyPartIsLeftOutOnce() {
    assertThat(Epics.withoutEachPart())
        .hasSize(
            EPIC.files().size()
                + Epics.pointers("review").size()
                + Epics.pointers("implementation").size()
                + Epics.pointers("plan").size())
        .allSatisfy(epic -> assertThat(epic.edits()).hasSize(1));
  }

  @Test
  void changesOfNothingChangeNothing() {
    assertThat(new Change.Without("plan", "/nowhere").applyTo(EPIC)).isSameAs(EPIC);
    assertThat(new Change.Value("plan", "/nowhere/at/all", "1").applyTo(EPIC)).isSameAs(EPIC);
    assertThat(new Change.WithoutFile("nothing.txt").applyTo(EPIC)).isSameAs(EPIC);
  }
}
