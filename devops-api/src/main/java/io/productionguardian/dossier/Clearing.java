package io.productionguardian.dossier;

import com.google.common.collect.ImmutableList;
import io.productionguardian.dossier.Reported.ScanReport;
import io.productionguardian.dossier.Reported.VexStatement;
import io.productionguardian.dossier.Reported.Vulnerability;
import io.productionguardian.model.Service;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** What scanners found, each suppressed that a VEX statement clears. */
final class Clearing {

  static final Function<Dossier, List<Vulnerability>> OF = Clearing::of;

  private Clearing() {}

  static List<Vulnerability> of(Dossier dossier) {
    Optional<Service> service = dossier.service().map(Sourced::value);
    List<VexStatement> statements =
        dossier.evidence(VexStatement.class).stream()
            .map(said -> isOf(service, said) ? said.ofAll() : said)
            .collect(ImmutableList.toImmutableList());
    return dossier.evidence(ScanReport.class).stream()
        .flatMap(report -> report.vulnerabilities().stream())
        .map(found -> cleared(found, statements))
        .collect(ImmutableList.toImmutableList());
  }

  /** What is said of the service or its image is said of all that is in it. */
  private static boolean isOf(Optional<Service> released, VexStatement said) {
    return !said.products().isEmpty()
        && released
            .filter(
                service ->
                    said.products().stream()
                        .allMatch(
                            product ->
                                product.equals(service.name())
                                    || service
                                        .image()
                                        .map(OwnContainers::bare)
                                        .equals(Optional.of(OwnContainers.bare(product)))))
            .isPresent();
  }

  /** A statement that it is affected outweighs every reason that it is not. */
  private static Vulnerability cleared(Vulnerability found, List<VexStatement> statements) {
    boolean affected =
        statements.stream()
            .anyMatch(
                said -> said.status() == VexStatement.Status.AFFECTED && said.concerns(found));
    if (affected) {
      return found.unsuppressed();
    }
    return found.suppression().isPresent()
        ? found
        : statements.stream()
            .filter(said -> said.clears(found))
            .findFirst()
            .map(
                said ->
                    found.suppressed(
                        said.justification().orElse(said.status().name().toLowerCase(Locale.ROOT))))
            .orElse(found);
  }
}
