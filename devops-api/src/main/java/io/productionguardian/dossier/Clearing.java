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

/**
 * What scanners found, each suppressed that a VEX statement clears. A statement counts for a
 * product that is this service, or a component of it, in the version that is released; said of
 * nothing, or of somebody else's product, it clears nothing.
 */
final class Clearing {

  static final Function<Dossier, List<Vulnerability>> OF = Clearing::of;

  private final Optional<Service> service;
  private final List<VexStatement> statements;

  private Clearing(Dossier dossier) {
    service = dossier.service().map(Sourced::value);
    statements = dossier.evidence(VexStatement.class);
  }

  static List<Vulnerability> of(Dossier dossier) {
    Clearing clearing = new Clearing(dossier);
    return dossier.evidence(ScanReport.class).stream()
        .flatMap(report -> report.vulnerabilities().stream())
        .map(clearing::cleared)
        .collect(ImmutableList.toImmutableList());
  }

  /** Statements that the service is affected by what no scanner reports. */
  static List<VexStatement> affected(Dossier dossier) {
    Clearing clearing = new Clearing(dossier);
    List<Vulnerability> found = of(dossier);
    return clearing.statements.stream()
        .filter(said -> said.status() == VexStatement.Status.AFFECTED)
        .filter(said -> said.products().isEmpty() || clearing.isOfService(said))
        .filter(said -> found.stream().noneMatch(it -> said.ids().stream().anyMatch(it::isKnownAs)))
        .collect(ImmutableList.toImmutableList());
  }

  /** A statement that it is affected outweighs every reason that it is not. */
  private Vulnerability cleared(Vulnerability found) {
    boolean affected =
        statements.stream()
            .anyMatch(
                said ->
                    said.status() == VexStatement.Status.AFFECTED
                        && (said.products().isEmpty() || concerns(said, found))
                        && said.ids().stream().anyMatch(found::isKnownAs));
    if (affected) {
      return found.unsuppressed();
    }
    return found.suppression().isPresent()
        ? found
        : statements.stream()
            .filter(said -> said.clears() && concerns(said, found))
            .findFirst()
            .map(
                said ->
                    found.suppressed(
                        said.justification().orElse(said.status().name().toLowerCase(Locale.ROOT))))
            .orElse(found);
  }

  private boolean concerns(VexStatement said, Vulnerability found) {
    boolean ofService =
        said.ids().stream().anyMatch(found::isKnownAs)
            && isOfService(said)
            && (said.components().isEmpty()
                || PackageCoordinate.of(found.component()).isAnyOf(said.components()));
    return ofService || said.concerns(found);
  }

  private boolean isOfService(VexStatement said) {
    return service
        .filter(own -> said.products().stream().anyMatch(product -> OwnImage.is(own, product)))
        .isPresent();
  }
}
