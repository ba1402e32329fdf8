package io.productionguardian.rules.standard.input;

import io.productionguardian.model.EpicLayout;
import io.productionguardian.testkit.Epic;
import io.productionguardian.testkit.Epics;
import io.productionguardian.testkit.RuleTester;
import org.junit.jupiter.api.Test;

class FilledInTest {

  private static final Epic GOOD = Epics.approvable();

  @Test
  void anExampleIsNoFactOfAnAgent() {
    RuleTester.forRule(new FilledIn())
        .accepts(GOOD)
        .accepts(GOOD.set("implementation", "/service/owner", "\"ada@shop.test\""))
        .rejects(
            GOOD.set("implementation", "/service/owner", "\"you@example.com\""), "/service/owner");
  }

  @Test
  void whatAToolReportsIsNoStatement() {
    String text = "[{\"email\": \"you@example.com\"}]";
    RuleTester.forRule(new FilledIn())
        .accepts(GOOD.file(EpicLayout.EVIDENCE + "gitleaks.json", text))
        .rejects(GOOD.file(EpicLayout.EVIDENCE + "rollback_drill.json", text), "/0/email")
        .rejects(GOOD.file(EpicLayout.ARTIFACTS + "deployment.json", text), "/0/email");
  }
}
