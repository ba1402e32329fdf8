package io.productionguardian.render.json.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.productionguardian.document.Node;
import io.productionguardian.render.json.AssessmentJson;
import io.productionguardian.schema.SchemaName;
import io.productionguardian.schema.Schemas;
import org.junit.jupiter.api.Test;

class AssessmentJsonTest {

  @Test
  void approvalIsWhatThePublishedSchemaDescribes() {
    Node root = Read.json(AssessmentJson.write(Example.of("epic_31").approved()));

    assertThat(Schemas.validate(SchemaName.ASSESSMENT, root)).isEmpty();
    assertThat(root.get("decision").flatMap(Node::text)).contains("approve");
    assertThat(root.nearest("/inputs").items()).hasSizeGreaterThan(3);
    assertThat(root.nearest("/readiness").items()).hasSize(7);
  }

  @Test
  void findingHasItsPlaceAndAllThatItsRuleKnows() {
    Node root = Read.json(AssessmentJson.write(Example.of("epic_25").judged("no way back")));

    assertThat(Schemas.validate(SchemaName.ASSESSMENT, root)).isEmpty();
    Node finding = root.nearest("/findings/0");
    assertThat(finding.members().keySet())
        .containsExactly(
            "rule",
            "severity",
            "violation",
            "impact",
            "requirement",
            "suggestion",
            "blocking",
            "file",
            "pointer",
            "line",
            "column");
    assertThat(finding.get("violation").flatMap(Node::text)).contains("no way back");
    assertThat(finding.get("file").flatMap(Node::text))
        .contains("consensus/artifacts/implementation.json");
    assertThat(finding.get("pointer").flatMap(Node::text)).contains("/health_checks/readiness");
  }
}
