package io.productionguardian.rules.standard.evidence;

import io.productionguardian.dossier.Deployed.Container;
import io.productionguardian.dossier.Dossier;
import io.productionguardian.model.Service;
import io.productionguardian.model.Severity;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Violation;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A workload of the deploy files is the service. */
public final class ServiceDeployed implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of("service-deployed", Severity.WARN, RuleInfo.Concern.EVIDENCE)
          .summary("A workload of the deploy files is the service.")
          .impact(
              "Nothing in the repository shows how the service runs, so all of it is"
                  + " claimed only")
          .requirement(
              "One container of the deploy files has the name or the image that"
                  + " service.name and service.image state")
          .suggestion("Correct service.name or service.image, or the name in the deploy file")
          .action("name_the_service")
          .example(
              """
              service.name:  api
              k8s/api.yaml:  metadata: {name: health-api}
              """,
              """
              service.name:  health-api
              k8s/api.yaml:  metadata: {name: health-api}
              """)
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Dossier dossier, Settings settings) {
    Optional<Service> service = dossier.service().map(fact -> fact.value());
    if (service.isEmpty() || !dossier.containers().isEmpty()) {
      return List.of();
    }
    return dossier.evidence(Container.class).stream()
        .min(
            Comparator.<Container>comparingInt(it -> distance(service.get(), it))
                .thenComparing(Container::place))
        .map(
            nearest ->
                Violation.at(
                    nearest.place(),
                    "No workload of the deploy files is the service %s; the nearest is %s"
                        .formatted(service.get().name(), nearest.workload())))
        .stream()
        .toList();
  }

  /** One name within the other is near, an image of the same last name too. */
  private static int distance(Service service, Container container) {
    String name = service.name().toLowerCase(Locale.ROOT);
    String other = container.workload().toLowerCase(Locale.ROOT);
    boolean alike = other.contains(name) || name.contains(other);
    boolean image =
        container
            .image()
            .map(it -> lastName(it.value()))
            .equals(service.image().map(ServiceDeployed::lastName));
    return (alike ? 0 : 1) + (image ? 0 : 1);
  }

  private static String lastName(String image) {
    String last = image.substring(image.lastIndexOf('/') + 1);
    int end = last.indexOf(':');
    return end < 0 ? last : last.substring(0, end);
  }
}
