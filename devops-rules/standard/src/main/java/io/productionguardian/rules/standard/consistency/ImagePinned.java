package io.productionguardian.rules.standard.consistency;

import io.productionguardian.dossier.Deployed.Container;
import io.productionguardian.dossier.Deployed.OneOff;
import io.productionguardian.dossier.Dossier;
import io.productionguardian.dossier.Sourced;
import io.productionguardian.model.Severity;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Violation;
import io.productionguardian.text.OneLine;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The service's image names one version. */
public final class ImagePinned implements Rule {

  private static final int LONGEST_IMAGE = 120;

  private static final RuleInfo INFO =
      RuleInfo.of("image-pinned", Severity.WARN, RuleInfo.Concern.CONSISTENCY)
          .summary("The service's image names one version.")
          .impact("Nobody knows what runs, and going back brings the same image again")
          .requirement("The image has a tag other than latest, or a digest")
          .suggestion("Name the version, such as registry.example.com/api:1.4.2")
          .action("pin_image")
          .example(
              """
              services:
                api:
                  image: registry.example.com/api:latest
              """,
              """
              services:
                api:
                  image: registry.example.com/api:1.4.2
              """)
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Dossier dossier, Settings settings) {
    Stream<Sourced<String>> claimed =
        dossier.service().stream()
            .flatMap(
                service ->
                    service.node().get("image").stream()
                        .flatMap(
                            node -> node.text().map(text -> new Sourced<>(text, node)).stream()));
    Stream<Sourced<String>> deployed =
        dossier.containers().stream()
            .filter(container -> !container.built()) // then it only names what is built
            .map(Container::image)
            .flatMap(Optional::stream);
    Stream<Sourced<String>> prepared =
        dossier.evidence(OneOff.class).stream()
            .filter(one -> isOwn(dossier, one))
            .map(OneOff::image);
    return Stream.of(claimed, deployed, prepared)
        .flatMap(images -> images)
        .filter(image -> !isPinned(image.value()))
        .map(
            image ->
                Violation.at(
                    image.place(),
                    "The image " + OneLine.of(image.value(), LONGEST_IMAGE) + " names no version"))
        .toList();
  }

  /** It prepares a pod of the service, or has an image that the service has. */
  private static boolean isOwn(Dossier dossier, OneOff one) {
    return dossier.containers().stream()
        .anyMatch(
            container ->
                container.workload().equals(one.workload())
                    || container
                        .image()
                        .filter(
                            image ->
                                repository(image.value()).equals(repository(one.image().value())))
                        .isPresent());
  }

  private static String repository(String image) {
    int colon = image.indexOf(':', image.lastIndexOf('/') + 1);
    return colon < 0 ? image : image.substring(0, colon);
  }

  /** A variable is filled in by whoever deploys, or else is its default. */
  private static final Pattern DEFAULT_LATEST = Pattern.compile(":\\$\\{\\w{1,80}:?-latest\\}");

  private static boolean isPinned(String image) {
    if (DEFAULT_LATEST.matcher(image).find()) {
      return false;
    }
    int colon = image.lastIndexOf(':');
    boolean tagged = colon > image.lastIndexOf('/') && !image.endsWith(":latest");
    return tagged || image.contains("@sha256:") || image.contains("$");
  }
}
