package io.productionguardian.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import io.productionguardian.model.EpicId;
import io.productionguardian.source.EpicSnapshot;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Agents wrap what they write in lists and objects, and hide an objection among other things. */
class AgentRecordsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"subject\": \"veto: x\"} | [OBJECTION]",
        "[{\"subject\": \"hello\", \"type\": \"info\"}, {\"subject\": \"veto: x\"}] | [HARMLESS, OBJECTION]",
        "[[{\"subject\": \"hello\", \"type\": \"info\"}, [{\"subject\": \"veto: x\"}]]] | [HARMLESS, OBJECTION]",
        "{\"messages\": [{\"type\": \"info\"}, {\"subject\": \"veto: x\"}]} | [HARMLESS, OBJECTION]",
        "{\"a\": {\"b\": {\"message\": {\"type\": \"info\", \"subject\": \"veto: x\"}}}} | [OBJECTION]",
        "{\"messages\": [\"a\", \"b\"]} | [UNKNOWN]",
        "{\"type\": \"info\", \"notes\": [{\"type\": \"note\"}]} | [HARMLESS]",
      })
  void everyMessageOfAFileIsHeard(String json, String stances) {
    Dossier dossier =
        Dossier.of(
            EpicSnapshot.builder(new EpicId("epic_9"))
                .file("consensus/messages/inbox/devops/m.json", json)
                .build());

    assertThat(dossier.messages().stream().map(Message::stance).toList()).hasToString(stances);
  }
}
