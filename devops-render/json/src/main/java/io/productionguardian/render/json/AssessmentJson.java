package io.productionguardian.render.json;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.productionguardian.document.Place;
import io.productionguardian.document.SourceFile;
import io.productionguardian.dossier.ReadinessMatrix;
import io.productionguardian.engine.Assessment;
import io.productionguardian.engine.Waived;
import io.productionguardian.model.MustHave;
import io.productionguardian.policy.Waiver;
import io.productionguardian.rule.Finding;
import io.productionguardian.rule.Remedy;
import java.util.stream.Stream;

/**
 * Writes an assessment for programs, as {@code assessment.schema.json} describes it.
 *
 * @since 0.1.0
 */
public final class AssessmentJson {

  private AssessmentJson() {}

  /** One JSON object, indented, with an end of line after it. */
  public static String write(Assessment assessment) {
    return Json.pretty(
        new Members()
            .add("decision", assessment.decision().wireName())
            .add("epic_id", assessment.epic().value())
            .add("iteration", assessment.iteration())
            .add("timestamp", assessment.timestamp().toString())
            .addIfPresent("escalation", assessment.escalation())
            .add("repeats", assessment.repeats())
            .add("profile", assessment.policy().profile().wireName())
            .add(
                "findings",
                assessment.findings().stream()
                    .map(AssessmentJson::finding)
                    .collect(ImmutableList.toImmutableList()))
            .add(
                "waived",
                assessment.waived().stream()
                    .map(AssessmentJson::waived)
                    .collect(ImmutableList.toImmutableList()))
            .add(
                "readiness",
                assessment.readiness().entries().entrySet().stream()
                    .map(entry -> readiness(entry.getKey(), entry.getValue()))
                    .collect(ImmutableList.toImmutableList()))
            .add(
                "inputs",
                Stream.of(
                        assessment.dossier().inputs().files(),
                        assessment.dossier().inputs().repository())
                    .flatMap(files -> files.entrySet().stream())
                    .map(entry -> input(entry.getKey(), entry.getValue()))
                    .collect(ImmutableList.toImmutableList()))
            .add("inputs_sha256", assessment.dossier().inputs().sha256())
            .add("policy_sha256", assessment.policy().sha256())
            .add("rules_sha256", assessment.rulesSha256())
            .build());
  }

  private static ImmutableMap<String, Object> waived(Waived waived) {
    Waiver waiver = waived.waiver();
    return members(waived.finding())
        .add(
            "waiver",
            new Members()
                .add("reason", waiver.reason())
                .add("owner", waiver.owner())
                .add("expires", waiver.expires().toString())
                .build())
        .build();
  }

  private static ImmutableMap<String, Object> finding(Finding finding) {
    return members(finding).build();
  }

  private static Members members(Finding finding) {
    Members members =
        new Members()
            .add("rule", finding.rule().id())
            .add("severity", finding.severity().wireName())
            .add("violation", finding.violation())
            .add("impact", finding.rule().impact())
            .add("requirement", finding.rule().requirement())
            .add("suggestion", finding.rule().suggestion())
            .add("blocking", finding.blocking());
    return place(members, finding.place())
        .addIfPresent("remedy", finding.remedy().map(Remedy::members));
  }

  private static ImmutableMap<String, Object> readiness(
      MustHave mustHave, ReadinessMatrix.Entry entry) {
    return ImmutableMap.of(
        "must_have", mustHave.wireName(),
        "grade", entry.grade().wireName(),
        "places",
            entry.places().stream()
                .map(place -> place(new Members(), place).build())
                .collect(ImmutableList.toImmutableList()));
  }

  private static Members place(Members members, Place place) {
    return members
        .add("file", place.file())
        .add("pointer", place.pointer())
        .add("line", place.line())
        .add("column", place.column());
  }

  private static ImmutableMap<String, Object> input(String path, SourceFile file) {
    return ImmutableMap.of("file", path, "sha256", file.sha256());
  }
}
