package io.productionguardian.render.json.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.productionguardian.Assessment;
import io.productionguardian.document.SourceFile;
import io.productionguardian.model.EpicLayout;
import io.productionguardian.model.Severity;
import io.productionguardian.policy.Policy;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.Violation;
import io.productionguardian.source.EpicSnapshot;
import io.productionguardian.testkit.Assessments;
import io.productionguardian.testkit.Epics;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;

/** An example epic as its agents left it, judged by a rule that finds what the test wants. */
record Example(EpicSnapshot snapshot) {

  static final Instant NOW = Assessments.NOW;

  static Example of(String epic) {
    return new Example(Epics.read(Path.of("../../devops-examples/epics", epic)).snapshot());
  }

  /** The example with a text of its implementation.json replaced. */
  Example with(String text, String other) {
    String path = EpicLayout.artifact("implementation");
    String before = snapshot.file(path).orElseThrow().text();
    assertThat(before).contains(text);
    return withFile(path, before.replace(text, other));
  }

  /** The example with one more file, or another content of one. */
  Example withFile(String path, String content) {
    return withFile(SourceFile.of(path, content));
  }

  /** The example with one more file, or another in the place of one. */
  Example withFile(SourceFile other) {
    return new Example(snapshot.with(other));
  }

  Assessment approved() {
    Assessment assessment = judged();
    assertThat(assessment.approved()).isTrue();
    return assessment;
  }

  /** Judged by a rule that finds these violations at the readiness probe. */
  Assessment judged(String... violations) {
    return Assessments.judged(snapshot, violations);
  }

  /** Judged by a policy, with these violations at the readiness probe. */
  Assessment by(Policy policy, String... violations) {
    return Assessments.judged(policy, snapshot, violations);
  }

  /** Judged by a rule that finds exactly these. */
  Assessment finding(Violation... violations) {
    return found(info(Severity.BLOCK, RuleInfo.Concern.CUSTOM).build(), violations);
  }

  /** Judged by a rule of that description that finds exactly these. */
  Assessment found(RuleInfo info, Violation... violations) {
    return Assessments.found(snapshot, info, violations);
  }

  /** A description that is complete but for what a test adds. */
  static RuleInfo.Builder info(Severity severity, RuleInfo.Concern concern) {
    return RuleInfo.of("some-rule", severity, concern)
        .summary("s")
        .impact("i")
        .requirement("r")
        .suggestion("m")
        .action("act");
  }

  /** A policy that waives what {@link #by} finds. */
  static Policy waiving(String reason) {
    return Policy.read(
        "guardian.yaml",
        """
        waivers:
          - {rule: no-rollback-plan, epic: epic_25, reason: %s, owner: Ada, expires: 2026-12-31}
        """
            .formatted(reason)
            .getBytes(StandardCharsets.UTF_8));
  }
}
