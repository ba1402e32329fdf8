package io.productionguardian.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.MoreCollectors;
import io.productionguardian.document.Document;
import io.productionguardian.document.Document.Fault;
import io.productionguardian.document.Node;
import io.productionguardian.document.SourceFile;
import io.productionguardian.dossier.DecisionInputs.Accounted;
import io.productionguardian.dossier.Reported.ScanReport;
import io.productionguardian.dossier.Reported.Seen;
import io.productionguardian.model.EpicId;
import io.productionguardian.model.EpicLayout;
import io.productionguardian.source.EpicSnapshot;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every file has an entry that says what it was taken for. */
class AccountTest {

  private static final String SERVICE =
      "{\"service\": {\"name\": \"relay\", \"image\": \"reg:5000/acme/relay:1\", \"port\": 80}}";

  private static List<Evidence> scans(Document document) {
    return document.root().stream()
        .flatMap(
            root ->
                root.get("scan_of").flatMap(Node::text).stream()
                    .<Evidence>map(
                        image ->
                            new ScanReport(
                                root, "tool", List.of(), Optional.of(image), Optional.empty())))
        .toList();
  }

  private static List<Evidence> bills(Document document) {
    return document.root().filter(root -> root.get("bom").isPresent()).stream()
        .<Evidence>map(root -> new Seen(root, "BOM"))
        .toList();
  }

  private static List<Accounted> account(SourceFile... files) {
    EpicSnapshot.Builder epic =
        EpicSnapshot.builder(new EpicId("epic_9")).file("consensus/artifacts/plan.json", SERVICE);
    for (SourceFile file : files) {
      epic.file(file);
    }
    return Dossier.of(epic.build(), List.<EvidenceSource>of(AccountTest::scans, AccountTest::bills))
        .account();
  }

  private static Accounted of(SourceFile file) {
    return account(file).stream()
        .filter(it -> it.file().equals(file.path()))
        .collect(MoreCollectors.onlyElement());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "consensus/artifacts/review.json | {} | read | the artifact review.json",
        "consensus/artifacts/notes.json | {} | unread | no rule reads it",
        "consensus/artifacts/review.json | { | unread | ",
        "consensus/artifacts/runbook.md | # Runbook | read | the artifact runbook.md",
        "consensus/artifacts/notes.md | # Notes | harmless | text",
        "consensus/artifacts/evidence/a.json | {\"scan_of\": \"reg:5000/acme/relay:1\"} | read | a report of tool",
        "consensus/artifacts/evidence/a.json | {\"scan_of\": \"acme/other:1\"} | foreign | a report of tool",
        "consensus/artifacts/evidence/a.json | {\"bom\": 1} | read | BOM",
        "consensus/artifacts/evidence/a.json | {\"odd\": 1} | unread | no reader knows what this report is",
        "consensus/artifacts/evidence/a.md | looked at it | harmless | text that is no report",
        "consensus/artifacts/evidence/rollback_drill.json | {} | read | the record of a rollback drill",
        "consensus/artifacts/deployment.draft.json | {} | read | the artifact deployment.json",
        "consensus/messages/inbox/devops/a.yaml | from: quality | read | a message",
        "consensus/messages/inbox/devops/a.json | [{\"from\": \"qa\"}, {}] | read | 2 messages",
        "consensus/messages/inbox/devops/a | whatever | unread | no reader knows what it is",
        "consensus/messages/inbox/quality/a.txt | whatever | harmless | text",
        "consensus/decision_log.jsonl | {\"agent\": \"quality\"} | read | the decision log, 1 entries",
        "consensus/.gitkeep | `` | harmless | nothing that counts",
        "epic_9.md | # Relay | harmless | text",
      })
  void everyFileHasARole(String path, String text, String role, String as) {
    Accounted entry = of(SourceFile.of(path, text));

    assertThat(entry.role().wireName()).isEqualTo(role);
    if (as != null) {
      assertThat(entry.reason().orElse(entry.as())).isEqualTo(as);
    }
    assertThat(entry.sha256()).isEqualTo(SourceFile.of(path, text).sha256());
  }

  @Test
  void whatCouldNotBeReadSaysWhy() {
    Accounted entry =
        of(SourceFile.unread(EpicLayout.EVIDENCE + "big.json", Fault.Kind.LIMIT, "has 9 bytes"));

    assertThat(entry.role().wireName()).isEqualTo("unread");
    assertThat(entry.reason()).contains("has 9 bytes");
  }

  @Test
  void whatAReleaseWroteIsReadAsThat() {
    assertThat(
            of(SourceFile.of(
                    EpicLayout.ARTIFACTS + "readiness.md",
                    "<!-- " + EpicLayout.GENERATOR_MARK + " -->"))
                .as())
        .isEqualTo("an earlier release's file");
  }

  @Test
  void eachFileHasOneEntryAboutWhomAndOfWhen() {
    List<Accounted> account =
        account(
            SourceFile.of(
                "consensus/messages/inbox/devops/go_2026_11_19_17_05_00.yaml",
                "from: quality\ntype: approve\n"),
            SourceFile.of("consensus/artifacts/evidence/a.json", "{\"scan_of\": \"acme/x:1\"}"));

    assertThat(account)
        .extracting(
            it ->
                it.file().substring(it.file().lastIndexOf('/') + 1)
                    + " "
                    + it.about().orElse("-")
                    + " "
                    + it.day().map(Object::toString).orElse("-"))
        .containsExactly(
            "a.json acme/x:1 -", "plan.json - -", "go_2026_11_19_17_05_00.yaml quality 2026-11-19");
  }
}
