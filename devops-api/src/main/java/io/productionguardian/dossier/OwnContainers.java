package io.productionguardian.dossier;

import com.google.common.collect.ImmutableList;
import io.productionguardian.dossier.Deployed.Container;
import io.productionguardian.model.Service;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which containers are those of the service that is released: those that have its name, or else all
 * of the workload of its name, and beside them those of its image, such as its workers; where there
 * are none, those of its image, or else those that are built from the repository.
 */
final class OwnContainers {

  static final Function<Dossier, List<Container>> OF = OwnContainers::of;

  private OwnContainers() {}

  private static List<Container> of(Dossier dossier) {
    Optional<Service> service = dossier.service().map(Sourced::value);
    List<Container> all = dossier.evidence(Container.class);
    List<Container> named =
        Stream.<BiPredicate<Container, Service>>of(
                (it, own) ->
                    it.name().equals(own.name())
                        || (it.workload().equals(own.name()) && hasImage(it, own)),
                (it, own) -> it.workload().equals(own.name()))
            .map(
                is ->
                    all.stream()
                        .filter(it -> service.filter(own -> is.test(it, own)).isPresent())
                        .toList())
            .filter(own -> !own.isEmpty())
            .findFirst()
            .orElse(List.of());
    if (named.isEmpty()) {
      return Stream.<Predicate<Container>>of(
              it -> service.filter(own -> hasImage(it, own)).isPresent(), Container::built)
          .map(own -> all.stream().filter(own).toList())
          .filter(own -> !own.isEmpty())
          .findFirst()
          .map(ImmutableList::copyOf)
          .orElse(ImmutableList.of());
    }
    Set<String> folders = named.stream().map(OwnContainers::folder).collect(Collectors.toSet());
    return all.stream()
        .filter(
            it ->
                named.contains(it)
                    || (folders.contains(folder(it))
                        && service.filter(own -> hasImage(it, own)).isPresent()))
        .collect(ImmutableList.toImmutableList());
  }

  private static boolean hasImage(Container container, Service service) {
    return container
        .image()
        .flatMap(image -> service.image().filter(own -> bare(own).equals(bare(image.value()))))
        .isPresent();
  }

  private static String folder(Container container) {
    String file = container.node().file();
    return file.substring(0, file.lastIndexOf('/') + 1);
  }

  /** An image reference without its tag and digest, which may be variables with defaults. */
  static String bare(String image) {
    int tag = image.indexOf(":${"); // what is behind may have a slash of its own
    int end = image.lastIndexOf('/', tag < 0 ? image.length() : tag) + 1;
    while (end < image.length() && ":@".indexOf(image.charAt(end)) < 0) {
      end++;
    }
    return image.substring(0, end);
  }
}
