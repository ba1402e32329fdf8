package io.productionguardian.render.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import io.productionguardian.Assessment;
import io.productionguardian.model.EpicLayout;
import io.productionguardian.model.Severity;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.Violation;
import io.productionguardian.source.EpicSnapshot;
import io.productionguardian.testkit.Assessments;
import io.productionguardian.testkit.Epic;
import io.productionguardian.testkit.Epics;
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
    return new Example(Epic.of(snapshot).file(path, content).snapshot());
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

  /** Judged by a rule that finds exactly these. */
  Assessment finding(Violation... violations) {
    RuleInfo info =
        RuleInfo.of("some-rule", Severity.BLOCK, RuleInfo.Concern.CUSTOM)
            .summary("s")
            .impact("i")
            .requirement("r")
            .suggestion("m")
            .action("act")
            .build();
    return Assessments.found(snapshot, info, violations);
  }
}
