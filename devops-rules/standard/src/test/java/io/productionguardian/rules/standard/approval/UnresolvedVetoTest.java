package io.productionguardian.rules.standard.approval;

import static org.assertj.core.api.Assertions.assertThat;

import io.productionguardian.rules.standard.Shown;
import io.productionguardian.testkit.Epic;
import io.productionguardian.testkit.Epics;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnresolvedVetoTest {

  private static final String LOG = "consensus/decision_log.jsonl";
  private static final String INBOX = "consensus/messages/inbox/";

  private static String entry(String agent, String decision, String time) {
    return "{\"timestamp\": \"2026_11_21_%s\", \"agent\": \"%s\", \"decision\": \"%s\"}"
        .formatted(time, agent, decision);
  }

  private static String message(String from, String type, String time) {
    return "from: %s\nto: devops\ntimestamp: \"2026_11_21_%s\"\ntype: %s\nsubject: x\n"
        .formatted(from, time, type);
  }

  private static List<String> open(Epic epic) {
    return Shown.of(new UnresolvedVeto(), epic, LOG);
  }

  @ParameterizedTest
  @CsvSource({
    "quality, veto, quality, approve, 10_00_01, 0",
    "quality, veto, quality, resolved, 10_00_01, 0",
    "quality, veto, quality, approve, 10_00_00, 1",
    "quality, veto, quality, approve, 09_59_59, 1",
    "quality, veto, architect, approve, 10_00_01, 1",
    "quality, veto, quality, complete, 10_00_01, 1",
    "quality, veto, quality, noted, 10_00_01, 1",
    "quality, veto, quality, resolve_blocker, 10_00_01, 1",
    "quality, blocked, quality, complete, 10_00_01, 0",
    "quality, blocked, quality, complete, 10_00_00, 1",
    "quality, blocked, architect, complete, 10_00_01, 1",
    "quality, blocker, quality, resolve_blocker, 10_00_01, 0",
    "quality, blocker, quality, blocker_resolved, 10_00_01, 0",
    "quality, blocker, architect, resolve_blocker, 10_00_01, 1",
    "quality, blocker, architect, blocker_resolved, 10_00_01, 1",
    "quality, blocker, architect, resolve_blocker, 10_00_00, 1",
    "quality, blocker, architect, noted, 10_00_01, 1",
  })
  void anEntryIsWithdrawn(
      String agent, String objection, String other, String word, String time, int open) {
    String objects = entry(agent, objection, "10_00_00");
    String answer = entry(other, word, time);

    assertThat(open(Epics.approvable().log(objects, answer))).hasSize(open);
    assertThat(open(Epics.approvable().log(answer, objects)))
        .as("entries are appended: what stands above comes before")
        .hasSize(1);
  }

  @Test
  void theLastAnswerCounts() {
    String veto = entry("quality", "veto", "10_00_00");
    String early = entry("quality", "approve", "09_00_00");
    String late = entry("quality", "approve", "11_00_00");

    assertThat(open(Epics.approvable().log(early, veto))).hasSize(1);
    assertThat(open(Epics.approvable().log(late, veto, early))).hasSize(1);
    assertThat(open(Epics.approvable().log(early, veto, late))).isEmpty();
    assertThat(open(Epics.approvable().log(entry("x", "resolve_blocker", "11_00_00"), veto)))
        .hasSize(1);
  }

  @Test
  void aMessageToDevopsWithdrawsToo() {
    Epic veto = Epics.approvable().log(entry("quality", "veto", "10_00_00"));

    assertThat(open(veto.message("a.yaml", message("quality", "approve", "11_00_00")))).isEmpty();
    assertThat(open(veto.message("a.yaml", message("quality", "approve", "09_00_00")))).hasSize(1);
    assertThat(open(veto.message("a.yaml", message("quality", "info", "11_00_00")))).hasSize(1);
    assertThat(open(veto.message("a.yaml", message("architect", "approve", "11_00_00"))))
        .hasSize(1);
    assertThat(
            open(veto.file(INBOX + "developer/a.yaml", message("quality", "approve", "11_00_00"))))
        .as("said to somebody else")
        .hasSize(1);
  }

  @Test
  void whatHasNoTimeIsNeverWithdrawn() {
    String undated = "{\"agent\": \"quality\", \"decision\": \"veto\"}";

    assertThat(open(Epics.approvable().log(undated, entry("quality", "approve", "11_00_00"))))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("1:34/decision ask quality: Write consensus/decision_log.jsonl:1:1 again");
  }

  @Test
  void itsSenderIsAskedToSettleIt() {
    assertThat(open(Epics.approvable().log(entry("quality", "veto", "10_00_00"))).get(0))
        .startsWith("1:70/decision ask quality: When what consensus/decision_log.jsonl:1:1 names")
        .endsWith("message of type approve with a later timestamp");
    assertThat(open(Epics.approvable().log(entry("nobody", "veto", "10_00_00"))).get(0))
        .startsWith("1:69/decision ask person: Find out who wrote");
  }

  @Test
  void aMessageObjectsByItsTypeOrSubject() {
    String path = INBOX + "devops/v.yaml";
    Epic good = Epics.approvable();

    assertThat(found(good.file(path, message("quality", "veto", "10_00_00")), path)).hasSize(1);
    assertThat(
            found(
                good.file(path, message("quality", "info", "10_00_00").replace("x\n", "veto\n")),
                path))
        .hasSize(1);
    assertThat(found(good.file(path, message("quality", "info", "10_00_00")), path)).isEmpty();
    assertThat(found(good.file(path, message("devops", "veto", "10_00_00")), path)).isEmpty();
    assertThat(
            found(
                good.file(INBOX + "developer/v.yaml", message("quality", "veto", "10_00_00")),
                INBOX + "developer/v.yaml"))
        .isEmpty();
    assertThat(found(good.file(path, "from: quality\ntype: veto\n"), path))
        .containsExactly(
            "1:1 ask quality: Write %s:1:1 again with its timestamp, so that it can be withdrawn later"
                .formatted(path));
    assertThat(found(good.file(path, "type: info\nsubject: veto\n"), path))
        .containsExactly(
            "1:1 ask person: Find out who wrote %s:1:1, and let them withdraw it".formatted(path));
  }

  private static List<String> found(Epic epic, String path) {
    return Shown.of(new UnresolvedVeto(), epic, path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "v\u0435t\u043e",
        "VETO!!",
        "v e t o",
        "hard_veto",
        "\uff56\uff45\uff54\uff4f",
        "changes_required",
        "no-go",
        "On hold",
        "[veto]",
        "Rejected.",
        "BLOCKED"
      })
  void anObjectionIsOneHoweverItIsWritten(String word) {
    String path = INBOX + "devops/v.yaml";

    assertThat(found(Epics.approvable().file(path, message("quality", word, "10_00_00")), path))
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "info",
        "ack",
        "approve",
        "veto_resolved",
        "unblocked",
        "complete",
        "not blocked",
        "no blockers"
      })
  void whatIsNoObjectionIsNone(String word) {
    String path = INBOX + "devops/v.yaml";

    assertThat(found(Epics.approvable().file(path, message("quality", word, "10_00_00")), path))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\": \"status\", \"release_decision\": \"block\"}",
        "{\"type\": \"status\", \"review\": {\"release_decision\": \"REJECTION\"}}",
        "{\"type\": \"info\", \"result\": {\"message_type\": \"Blocked\"}}",
        "{\"type\": \"review\", \"details\": {\"gate\": \"Blocked\"}}",
        "{\"type\": \"info\", \"recommendation\": \"veto\"}",
        "{\"type\": \"info\", \"a\": [{\"b\": {\"verdict\": {\"is\": \"veto\"}}}]}",
        "{\"type\": \"xyz\", \"blocking\": \"True\"}",
        "{\"type\": \"xyz\", \"body\": {\"Blocking\": 1}}",
        "{\"type\": \"xyz\", \"content\": {\"is_blocking\": \"yes\"}}",
      })
  void aMessageObjectsWhereverItSaysSo(String message) {
    String path = INBOX + "devops/v.json";

    assertThat(found(Epics.approvable().file(path, message), path)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\": \"status\", \"tasks\": [{\"status\": \"blocked\"}]}",
        "{\"type\": \"question\", \"content\": {\"blocking\": \"no\"}}",
        "{\"type\": \"info\", \"recommendation\": \"Block the old port in the firewall, then go on as planned by all\"}",
      })
  void whatTellsOfSomethingElseIsNone(String message) {
    String path = INBOX + "devops/v.json";

    assertThat(found(Epics.approvable().file(path, message), path)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"agent\": \"quality\", \"decision\": {\"verdict\": \"veto\"}}",
        "{\"agent\": \"quality\", \"decision\": \"review\", \"verdict\": \"no-go\"}",
        "{\"agent\": \"quality\", \"decision\": \"complete\", \"details\": {\"decision\": \"vetoed\"}}",
        "{\"agent\": \"quality\", \"decision\": \"abgelehnt\", \"details\": {\"blocking\": true}}",
        "{\"agent\": \"quality\", \"type\": \"blocker\"}",
        "{\"agent\": \"quality\", \"action\": \"reject\"}",
        "{\"entry\": {\"agent\": \"quality\", \"decision\": \"hold\"}}",
        "{\"decisions\": [{\"agent\": \"quality\", \"decision\": [\"VETO\"]}]}",
        "[{\"agent\": \"developer\", \"decision\": \"complete\"}, [{\"agent\": \"quality\", \"decision\": \"veto\"}]]",
      })
  void anEntryObjectsHoweverItIsWritten(String entry) {
    assertThat(open(Epics.approvable().log(entry))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"agent\": \"quality\", \"decision\": \"complete\", \"details\": {\"status\": \"blocked\"}}",
        "{\"details\": {\"reason\": \"all is well\"}}",
        "{\"agent\": \"quality\", \"decision\": \"complete\", \"details\": {\"blocking\": true}}",
      })
  void anEntryThatTellsOfSomethingElseIsNone(String entry) {
    assertThat(open(Epics.approvable().log(entry))).isEmpty();
  }
}
