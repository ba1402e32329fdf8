package io.productionguardian.dossier;

import com.google.common.collect.ImmutableList;
import io.productionguardian.dossier.Deployed.Container;
import io.productionguardian.model.Service;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Which containers are those of the service that is released: those that have its name or image;
 * where there are none, those of the workload that has its name, or else those that are built from
 * the repository.
 */
final class OwnContainers {

  static final Function<Dossier, List<Container>> OF = OwnContainers::of;

  private OwnContainers() {}

  private static List<Container> of(Dossier dossier) {
    Optional<Service> service = dossier.service().map(Sourced::value);
    return Stream.<Predicate<Container>>of(
            container -> service.filter(own -> is(container, own)).isPresent(),
            container -> service.filter(own -> container.workload().equals(own.name())).isPresent(),
            Container::built)
        .map(own -> dossier.evidence(Container.class).stream().filter(own).toList())
        .filter(own -> !own.isEmpty())
        .findFirst()
        .map(ImmutableList::copyOf)
        .orElse(ImmutableList.of());
  }

  private static boolean is(Container container, Service service) {
    return container.name().equals(service.name())
        || container
            .image()
            .flatMap(image -> service.image().filter(own -> bare(own).equals(bare(image.value()))))
            .isPresent();
  }

  /** An image reference without its tag and digest. */
  static String bare(String image) {
    String name = image.replaceFirst("@.*", "");
    int colon = name.lastIndexOf(':');
    return colon > name.lastIndexOf('/') ? name.substring(0, colon) : name;
  }
}
