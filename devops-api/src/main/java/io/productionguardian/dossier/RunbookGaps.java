package io.productionguardian.dossier;

import com.google.common.collect.ImmutableList;
import io.productionguardian.document.SourceFile;
import io.productionguardian.model.EpicLayout;
import io.productionguardian.model.Monitoring.Alert;
import io.productionguardian.model.Placeholder;
import io.productionguardian.text.PlainWord;
import io.productionguardian.text.TextParsing;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is missing to have a runbook: nothing when there is one, or when there is the material to
 * write it, which is the service, whom to call, how to go back, and a fix for each alert.
 */
final class RunbookGaps {

  static final Function<Dossier, List<String>> OF = RunbookGaps::of;

  private RunbookGaps() {}

  /** A runbook that people or agents wrote, and that is more than a form to fill in. */
  static Optional<SourceFile> file(Dossier dossier) {
    return dossier
        .inputs()
        .file(EpicLayout.ARTIFACTS + "runbook.md")
        .filter(file -> file.fault().isEmpty() && !file.text().isBlank())
        .filter(file -> !Placeholder.isIn(file.text()) && !PlainWord.isNothing(file.text()));
  }

  static List<String> of(Dossier dossier) {
    if (dossier.runbookFile().isPresent()) {
      return ImmutableList.of();
    }
    ImmutableList.Builder<String> missing = ImmutableList.builder();
    if (dossier.service().isEmpty()) {
      missing.add("the service (service.name)");
    }
    boolean contacts =
        dossier.runbook().filter(fact -> !fact.value().contacts().isEmpty()).isPresent()
            || dossier.service().flatMap(fact -> fact.value().owner()).isPresent();
    if (!contacts) {
      missing.add("whom to call (runbook.contacts or service.owner)");
    }
    if (dossier.rollback().filter(fact -> !fact.value().procedure().isEmpty()).isEmpty()) {
      missing.add("how to go back (rollback.procedure)");
    }
    for (Sourced<Alert> alert : dossier.alerts()) {
      String name = alert.value().name();
      if (dossier.runbook().flatMap(fact -> fact.value().issueFor(name)).isEmpty()) {
        missing.add("a fix for the alert " + TextParsing.quoted(name) + " (runbook.common_issues)");
      }
    }
    return missing.build();
  }
}
