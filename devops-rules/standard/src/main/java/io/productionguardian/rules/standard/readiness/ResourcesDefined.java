package io.productionguardian.rules.standard.readiness;

import io.productionguardian.dossier.Dossier;
import io.productionguardian.model.MustHave;
import io.productionguardian.model.Severity;
import io.productionguardian.model.VetoTrigger;
import io.productionguardian.readiness.ReadinessMatrix.Grade;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Violation;
import io.productionguardian.rules.standard.Grades;
import io.productionguardian.rules.standard.PublishedExamples;
import io.productionguardian.rules.standard.Sections;
import java.util.List;

/** Resource requirements are defined. */
public final class ResourcesDefined implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of("resources", Severity.BLOCK, RuleInfo.Concern.READINESS)
          .trigger(VetoTrigger.RESOURCES_UNDEFINED)
          .mustHave(MustHave.RESOURCE_LIMITS)
          .summary("Resource requirements are defined.")
          .impact(
              "One service can take the memory of all others, and nothing can be "
                  + "scheduled or scaled")
          .requirement(
              "infrastructure.resources_required states cpu and memory as Kubernetes "
                  + "quantities")
          .suggestion(
              "Add infrastructure.resources_required with cpu, memory and replicas to "
                  + "implementation.json")
          .action("define_resources")
          .example(
              """
              "infrastructure": {"scaling": {"min_replicas": 2, "max_replicas": 4}}
              """,
              """
              "infrastructure": {
                "resources_required": {"cpu": "100m", "memory": "128Mi", "replicas": 2},
                "scaling": {"min_replicas": 2, "max_replicas": 4}
              }
              """)
          .param(Grades.param(Grade.CLAIMED))
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Dossier dossier, Settings settings) {
    return dossier.resources().isEmpty()
        ? List.of(
            Violation.at(
                    dossier.placeOfOperations(), "Resource requirements undefined: cpu and memory")
                .remedy(
                    Sections.add(
                        dossier,
                        PublishedExamples.RESOURCES,
                        "infrastructure",
                        "resources_required")))
        : Grades.onlyClaimed(dossier, settings, MustHave.RESOURCE_LIMITS);
  }
}
