package io.productionguardian.dossier;

import com.google.common.collect.ImmutableList;
import io.productionguardian.document.Document.Fault;
import io.productionguardian.model.EpicLayout;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** What could not be read. */
final class ReadingFaults {

  static final Function<Dossier, List<Fault>> OF = ReadingFaults::of;

  static final Function<Dossier, List<Fault>> OF_EVIDENCE = ReadingFaults::ofEvidence;

  private ReadingFaults() {}

  /** All faults of all files of the epic, by place. */
  static List<Fault> of(Dossier dossier) {
    return Stream.concat(
            dossier.documents().values().stream().flatMap(document -> document.faults().stream()),
            dossier.inputs().files().entrySet().stream()
                .filter(input -> !dossier.documents().containsKey(input.getKey()))
                .flatMap(input -> input.getValue().fault().stream()))
        .collect(ImmutableList.toImmutableList());
  }

  /** A file of it, or a folder above that is a link or the like, so that nothing in it is read. */
  private static boolean mayHaveEvidence(String path) {
    return path.startsWith(EpicLayout.EVIDENCE) || EpicLayout.EVIDENCE.startsWith(path + "/");
  }

  /** What could not be read of evidence and deploy files, by place. */
  static List<Fault> ofEvidence(Dossier dossier) {
    return Stream.of(
            dossier.evidenceFailures().stream(),
            dossier.deployFiles().values().stream().flatMap(document -> document.faults().stream()),
            dossier.inputs().repository().values().stream()
                .filter(file -> !dossier.deployFiles().containsKey(file.path()))
                .flatMap(file -> file.fault().stream()),
            dossier.faults().stream().filter(fault -> mayHaveEvidence(fault.place().file())))
        .flatMap(faults -> faults)
        .distinct()
        .sorted(Comparator.comparing(Fault::place))
        .collect(ImmutableList.toImmutableList());
  }
}
