package com.example.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productionguardian.Assessment;
import io.productionguardian.Guardian;
import io.productionguardian.Release;
import io.productionguardian.policy.Policy;
import io.productionguardian.release.MemoryTarget;
import io.productionguardian.release.ReleaseTarget.Commit;
import io.productionguardian.render.json.AssessmentJson;
import io.productionguardian.rule.Finding;
import io.productionguardian.testkit.Epic;
import io.productionguardian.testkit.Epics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReleaseAgentTest {

  // snippet: guardian
  private static final Guardian GUARDIAN = Guardian.builder().discover().build();
  // end

  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
  private static final Epic TESTED =
      Epics.approvable()
          .file(
              "consensus/artifacts/evidence/load.json",
              "{\"load_test\": {\"requests_per_second\": 900}}");
  private static final Epic NOT_SCRAPED =
      TESTED.deploys(
          "prometheus.yml",
          "scrape_configs:\n"
              + "  - job_name: other\n    static_configs:\n      - targets: [\"other:80\"]\n");

  private final List<Finding> handedOver = new ArrayList<>();

  private Assessment decide(Epic epic) {
    return ReleaseAgent.decide(GUARDIAN, epic.snapshot(), NOW, handedOver::add);
  }

  @Test
  void approvesAndCommits() {
    // snippet: memory
    Assessment assessment = decide(TESTED);
    Release release = GUARDIAN.render(assessment);
    MemoryTarget target = MemoryTarget.of(TESTED.snapshot());
    Commit commit = target.commit(release);
    // end

    assertTrue(assessment.approved());
    assertEquals(List.of(), handedOver);
    assertTrue(commit.written().contains("consensus/decision_log.jsonl"));
    assertTrue(target.snapshot().file("consensus/artifacts/deployment.json").isPresent());
    assertTrue(target.snapshot().file("consensus/artifacts/change_note.txt").isPresent());
    // snippet: json
    String json = AssessmentJson.write(assessment);
    // end
    assertTrue(json.contains("\"decision\""));
  }

  @Test
  void doesWhatAMachineMayDoUntilItIsApproved() {
    assertFalse(GUARDIAN.assess(NOT_SCRAPED.snapshot(), NOW).findings().isEmpty());

    Assessment assessment = decide(NOT_SCRAPED);

    assertTrue(assessment.approved());
    assertTrue(assessment.findings().stream().noneMatch(it -> it.rule().id().startsWith("scrape")));
  }

  @Test
  void vetoesAndHandsOver() {
    Assessment assessment = decide(Epics.approvable().remove("implementation", "/health_checks"));

    assertFalse(assessment.approved());
    assertTrue(handedOver.stream().anyMatch(it -> it.rule().id().equals("load-tested")));
    assertEquals(assessment.blocking(), handedOver);
    assertTrue(
        GUARDIAN.render(assessment).files().stream()
            .anyMatch(file -> file.path().contains("messages/inbox/quality/veto_")));
  }

  @Test
  void policyInCodeTurnsTheRuleOff() {
    // snippet: policy
    Policy policy = Policy.builder().off("load-tested", "measured by the platform team").build();
    Guardian lenient = Guardian.builder().policy(policy).discover().build();
    // end

    assertTrue(lenient.assess(Epics.approvable().snapshot(), NOW).approved());
    assertFalse(GUARDIAN.assess(Epics.approvable().snapshot(), NOW).approved());
  }
}
