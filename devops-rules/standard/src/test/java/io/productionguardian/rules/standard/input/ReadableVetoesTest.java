package io.productionguardian.rules.standard.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.productionguardian.rules.standard.Shown;
import io.productionguardian.testkit.Epics;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What breaks off may have been a veto, unless it came as far as another word. */
class ReadableVetoesTest {

  private static final String LOG = "consensus/decision_log.jsonl";
  private static final String WHOLE = "{\"agent\": \"analyst\", \"decision\": \"approve\"}\n";

  private static List<String> ofLog(String text) {
    return Shown.of(new ReadableVetoes(), Epics.approvable().file(LOG, text), LOG);
  }

  private static List<String> ofMessage(String inbox, String text) {
    String path = "consensus/messages/inbox/" + inbox + "/m.yaml";
    return Shown.of(new ReadableVetoes(), Epics.approvable().file(path, text), path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"agent\": \"quality\", ",
        "{\"agent\": \"quality\", \"decision\": \"veto\", ",
        "{\"agent\": \"quality\", \"decision\": \"appr",
        "{\"decision\": \"approve\", \"decision\": \"veto\"}",
        "veto",
      })
  void anEntryMayHideOne(String entry) {
    assertThat(ofLog(entry)).hasSize(1);
    assertThat(ofLog(WHOLE + entry)).hasSize(1);
    assertThat(ofLog(entry + "\n" + WHOLE)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"agent\": \"quality\", \"decision\": \"approve\", ",
        "{\"agent\": \"quality\", \"decision\": \"approve\"}",
        "\n",
      })
  void anEntryHidesNone(String entry) {
    assertThat(ofLog(entry)).isEmpty();
    assertThat(ofLog(WHOLE + entry)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "from: quality\nx: 'a",
        "from: quality\ntype: veto\nx: 'a",
        "type: info\ntype: veto\n",
      })
  void aMessageToDevopsMayHideOne(String text) {
    assertThat(ofMessage("devops", text)).hasSize(1);
    assertThat(ofMessage("developer", text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"from: quality\ntype: info\nx: 'a", "from: quality\ntype: info\n"})
  void aMessageHidesNone(String text) {
    assertThat(ofMessage("devops", text)).isEmpty();
  }
}
