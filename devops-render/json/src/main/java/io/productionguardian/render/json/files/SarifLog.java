package io.productionguardian.render.json.files;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.productionguardian.Assessment;
import io.productionguardian.model.EpicLayout;
import java.util.Map;

/** An assessment as a log of SARIF 2.1.0 with one run. */
record SarifLog(Assessment assessment) {

  Map<String, Object> tree() {
    return new OrderedMembers()
        .add("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
        .add("version", "2.1.0")
        .add("properties", ImmutableMap.of("comment", EpicLayout.GENERATOR_MARK))
        .add("runs", ImmutableList.of(run()))
        .build();
  }

  private Map<String, Object> run() {
    SarifResults results = SarifResults.of(assessment);
    return new OrderedMembers()
        .add("tool", ImmutableMap.of("driver", driver()))
        // what stands before the last slash tells the analyses of one commit apart: one an epic
        .add(
            "automationDetails",
            ImmutableMap.of(
                "id",
                "%s/%s/%s"
                    .formatted(
                        EpicLayout.GENERATOR,
                        assessment.epic().value(),
                        assessment.timestamp().toString())))
        .add("originalUriBaseIds", SarifPlaces.baseIds())
        .add("columnKind", "utf16CodeUnits")
        .add("results", results.trees())
        .add(
            "properties",
            new OrderedMembers()
                .add("decision", assessment.decision().wireName())
                .add("iteration", assessment.iteration())
                .add("inputs_sha256", assessment.dossier().inputs().sha256())
                .add("policy_sha256", assessment.policy().sha256())
                .add("rules_sha256", assessment.rulesSha256())
                .add("results_left_out", results.leftOut())
                .build())
        .build();
  }

  private Map<String, Object> driver() {
    return new OrderedMembers()
        .add("name", "Production Guardian")
        .add(
            "rules",
            assessment.checks().stream()
                .map(rule -> new SarifRule(rule).descriptor())
                .collect(ImmutableList.toImmutableList()))
        .build();
  }
}
