package io.productionguardian.render.json.files;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.productionguardian.document.SourceFile;
import io.productionguardian.dossier.DecisionInputs;
import io.productionguardian.dossier.Dossier;
import io.productionguardian.model.Agent;
import io.productionguardian.model.EpicLayout;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** What was read before a decision, and what existed before it, by the names that people use. */
record Trail(Dossier dossier) {

  private static final String OWN_INBOX = EpicLayout.INBOX + Agent.DEVOPS.wireName() + "/";
  private static final String VETOES = EpicLayout.INBOX + Agent.QUALITY.wireName() + "/veto_";
  private static final ImmutableSet<String> WRITTEN =
      ImmutableSet.of("deployment.json", "cicd.yaml", "runbook.md");

  /** The required artifacts, other artifacts and the messages to devops; only what is there. */
  List<String> read() {
    Collection<String> paths = dossier.inputs().files().keySet();
    Stream<String> required =
        EpicLayout.REQUIRED.stream().map(EpicLayout::artifact).filter(paths::contains);
    return Stream.of(required, below(EpicLayout.ARTIFACTS, paths), below(OWN_INBOX, paths))
        .flatMap(names -> names)
        .map(Trail::name)
        .distinct()
        .collect(ImmutableList.toImmutableList());
  }

  /** Artifacts of an earlier release or their drafts, and this project's earlier vetoes. */
  List<String> existed() {
    return dossier.snapshot().files().values().stream()
        .filter(file -> isArtifact(file.path()) || isOwnVeto(file))
        .map(file -> name(file.path()))
        .collect(ImmutableList.toImmutableList());
  }

  private static Stream<String> below(String folder, Collection<String> paths) {
    return paths.stream().filter(path -> path.startsWith(folder));
  }

  private static boolean isArtifact(String path) {
    return path.startsWith(EpicLayout.ARTIFACTS) && WRITTEN.contains(name(path));
  }

  private static boolean isOwnVeto(SourceFile file) {
    return file.path().startsWith(VETOES) && DecisionInputs.isGenerated(file);
  }

  private static String name(String path) {
    return path.startsWith(EpicLayout.ARTIFACTS)
        ? path.substring(EpicLayout.ARTIFACTS.length())
        : path.substring(path.lastIndexOf('/') + 1);
  }
}
