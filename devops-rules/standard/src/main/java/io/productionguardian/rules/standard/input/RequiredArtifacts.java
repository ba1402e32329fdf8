package io.productionguardian.rules.standard.input;

import io.productionguardian.document.Document;
import io.productionguardian.document.SourceLocation;
import io.productionguardian.dossier.Dossier;
import io.productionguardian.model.EpicLayout;
import io.productionguardian.model.Severity;
import io.productionguardian.rule.Remedy;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Violation;
import io.productionguardian.rules.standard.Owners;
import java.util.ArrayList;
import java.util.List;

/** review.json, implementation.json and plan.json are there and are objects. */
public final class RequiredArtifacts implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of("required-artifacts", Severity.BLOCK, RuleInfo.Concern.INPUT)
          .summary("review.json, implementation.json and plan.json are there and are " + "objects.")
          .impact("What was not written down was not decided: nobody vouches for the " + "release")
          .requirement("consensus/artifacts holds review.json, implementation.json and plan.json")
          .suggestion("Let the agent whose artifact is missing write it")
          .action("provide_required_artifacts")
          .example(
              """
              consensus/artifacts/ holds implementation.json and plan.json
              """,
              """
              consensus/artifacts/ holds review.json, implementation.json and plan.json
              """)
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Dossier dossier, Settings settings) {
    List<Violation> found = new ArrayList<>();
    for (String name : EpicLayout.REQUIRED) {
      String path = EpicLayout.artifact(name);
      if (dossier.inputs().file(path).isEmpty()) {
        found.add(
            Violation.at(SourceLocation.of(path), name + ".json is missing").remedy(write(name)));
      } else if (dossier.root(name).isEmpty()
          && dossier.document(path).filter(Document::complete).isPresent()) {
        found.add(
            Violation.at(SourceLocation.of(path), name + ".json is not an object with members")
                .remedy(write(name)));
      }
    }
    return found;
  }

  private static Remedy write(String name) {
    String path = EpicLayout.artifact(name);
    return Remedy.ask(
        Owners.of(path), "Write " + path + ", as schema/v1/" + name + ".schema.json describes it");
  }
}
