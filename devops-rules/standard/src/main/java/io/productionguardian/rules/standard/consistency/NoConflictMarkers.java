package io.productionguardian.rules.standard.consistency;

import io.productionguardian.document.SourceFile;
import io.productionguardian.dossier.Dossier;
import io.productionguardian.model.EpicLayout;
import io.productionguardian.model.Severity;
import io.productionguardian.rule.Remedy;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Violation;
import io.productionguardian.rules.standard.Owners;
import java.util.List;
import java.util.stream.Stream;

/** No artifact and no deploy file has a merge-conflict marker. */
public final class NoConflictMarkers implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of("conflict-markers", Severity.BLOCK, RuleInfo.Concern.CONSISTENCY)
          .summary("No artifact and no deploy file has a merge-conflict marker.")
          .impact("Nobody decided which of two versions is deployed, and tools refuse the file")
          .requirement("No line begins with <<<<<<<, =======, ||||||| or >>>>>>> of a conflict")
          .suggestion("Decide for one of the two versions and delete the markers")
          .action("resolve_conflict")
          .example(
              """
              <<<<<<< HEAD
                  image: registry.example.com/api:1.4.1
              =======
                  image: registry.example.com/api:1.4.2
              >>>>>>> release
              """,
              """
                  image: registry.example.com/api:1.4.2
              """)
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Dossier dossier, Settings settings) {
    return Stream.concat(
            dossier.inputs().files().values().stream()
                .filter(file -> file.path().startsWith(EpicLayout.ARTIFACTS)),
            dossier.inputs().repository().values().stream())
        .map(SourceFile::conflictMarkers)
        .flatMap(List::stream)
        .map(
            marker ->
                Violation.at(marker.place(), "A " + marker.message() + " is left")
                    .remedy(
                        Remedy.ask(
                            Owners.of(marker.place().file()),
                            "Decide which of the two versions at %s is right, and delete the other"
                                    .formatted(marker.place())
                                + " one and the markers")))
        .toList();
  }
}
