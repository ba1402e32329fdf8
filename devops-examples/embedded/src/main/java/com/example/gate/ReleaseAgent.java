package com.example.gate;

import io.productionguardian.Assessment;
import io.productionguardian.Guardian;
import io.productionguardian.rule.AppliesBy;
import io.productionguardian.rule.Finding;
import io.productionguardian.rule.Remedy;
import io.productionguardian.source.EpicSnapshot;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** Decides, does what a machine may do, and hands the rest to those whose it is. */
public final class ReleaseAgent {

  private ReleaseAgent() {}

  // snippet: loop
  /** A rule of somebody else's may ask for the same edit for ever. */
  private static final int MOST_EDITS = 100;

  /** The assessment when nothing is left that a machine may do. */
  public static Assessment decide(
      Guardian guardian, EpicSnapshot epic, Instant now, Consumer<Finding> handOver) {
    EpicSnapshot files = epic;
    Assessment assessment = guardian.assess(files, now);
    Optional<Remedy.Edit> next = forMachine(assessment);
    for (int edits = 0; next.isPresent() && edits < MOST_EDITS; edits++) {
      files = next.get().applyTo(files);
      assessment = guardian.assess(files, now);
      next = forMachine(assessment);
    }
    assessment.blocking().forEach(handOver);
    return assessment;
  }

  private static Optional<Remedy.Edit> forMachine(Assessment assessment) {
    return assessment.findings().stream()
        .flatMap(finding -> finding.remedy().stream())
        .flatMap(remedy -> remedy.edit().stream())
        .filter(edit -> edit.appliesBy().equals(AppliesBy.MACHINE))
        .findFirst();
  }
  // end
}
