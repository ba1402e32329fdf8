package io.productionguardian.render.json;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.productionguardian.Assessment;
import io.productionguardian.Assessment.WaivedFinding;
import io.productionguardian.document.SourceFile;
import io.productionguardian.document.SourceLocation;
import io.productionguardian.dossier.DecisionInputs.Accounted;
import io.productionguardian.model.MustHave;
import io.productionguardian.policy.Policy.Waiver;
import io.productionguardian.readiness.ReadinessMatrix;
import io.productionguardian.render.json.files.JsonWriter;
import io.productionguardian.render.json.files.OrderedMembers;
import io.productionguardian.rule.Finding;
import io.productionguardian.rule.Remedy;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * Writes an assessment for programs, as {@code assessment.schema.json} describes it.
 *
 * @since 0.1.0
 */
@API(status = API.Status.STABLE, since = "0.1.0")
public final class AssessmentJson {

  private AssessmentJson() {}

  /** One JSON object, indented, with an end of line after it. */
  public static String write(Assessment assessment) {
    return JsonWriter.pretty(
        new OrderedMembers()
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
            .add(
                "account",
                assessment.dossier().account().stream()
                    .map(AssessmentJson::accounted)
                    .collect(ImmutableList.toImmutableList()))
            .add("inputs_sha256", assessment.dossier().inputs().sha256())
            .add("policy_sha256", assessment.policy().sha256())
            .add("rules_sha256", assessment.rulesSha256())
            .build());
  }

  private static Map<String, Object> waived(WaivedFinding waived) {
    Waiver waiver = waived.waiver();
    return members(waived.finding())
        .add(
            "waiver",
            new OrderedMembers()
                .add("reason", waiver.reason())
                .add("owner", waiver.owner())
                .add("expires", waiver.expires().toString())
                .build())
        .build();
  }

  private static Map<String, Object> finding(Finding finding) {
    return members(finding).build();
  }

  private static OrderedMembers members(Finding finding) {
    OrderedMembers members =
        new OrderedMembers()
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

  private static Map<String, Object> readiness(MustHave mustHave, ReadinessMatrix.Entry entry) {
    return ImmutableMap.of(
        "must_have", mustHave.wireName(),
        "grade", entry.grade().wireName(),
        "places",
            entry.places().stream()
                .map(place -> place(new OrderedMembers(), place).build())
                .collect(ImmutableList.toImmutableList()));
  }

  private static OrderedMembers place(OrderedMembers members, SourceLocation place) {
    return members
        .add("file", place.file())
        .add("pointer", place.pointer())
        .add("line", place.line())
        .add("column", place.column());
  }

  private static Map<String, Object> accounted(Accounted file) {
    return new OrderedMembers()
        .add("file", file.file())
        .add("role", file.role().wireName())
        .add("as", file.as())
        .addIfPresent("about", file.about())
        .addIfPresent("day", file.day().map(LocalDate::toString))
        .addIfPresent("reason", file.reason())
        .add("sha256", file.sha256())
        .build();
  }

  private static Map<String, Object> input(String path, SourceFile file) {
    return ImmutableMap.of("file", path, "sha256", file.sha256());
  }
}
