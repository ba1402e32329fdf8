package io.productionguardian.dossier;

import com.google.common.collect.ImmutableList;
import io.productionguardian.document.Node;
import io.productionguardian.dossier.Reported.ScanReport;
import io.productionguardian.model.Service;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether a name, an image reference or a package URL is the service that is released. */
final class OwnImage {

  /** {@code pkg:oci/name@sha256:…?repository_url=…&tag=…} and the like (purl-spec). */
  private static final Pattern PACKAGE_URL =
      Pattern.compile("pkg:(oci|docker|generic)/([^@?#]+)(?:@([^?#]*))?(?:\\?([^#]*))?(?:#.*)?");

  /** Where a record of a scan says what was scanned. */
  private static final List<String> SUBJECTS =
      List.of("image", "scanned_image", "target", "artifact", "artifact_name", "subject");

  private OwnImage() {}

  /** What counts as a scan of the service: of its image, or of sources and files. */
  static List<ScanReport> scans(Dossier dossier) {
    Optional<String> image = dossier.service().flatMap(own -> own.value().image());
    return dossier.evidence(ScanReport.class).stream()
        .filter(
            report ->
                report.image().isEmpty()
                    || image.isEmpty()
                    || isSame(image.get(), report.image().get()))
        .collect(ImmutableList.toImmutableList());
  }

  /** Whether a record of a scan names an image, and none of this service. */
  static boolean isForeign(Dossier dossier, Node scan) {
    Optional<String> own = dossier.service().flatMap(service -> service.value().image());
    Optional<String> named =
        SUBJECTS.stream()
            .flatMap(member -> scan.get(member).stream())
            .flatMap(node -> node.text().filter(text -> isImage(node.name(), text)).stream())
            .findFirst();
    return own.isPresent() && named.filter(image -> !isSame(own.get(), image.strip())).isPresent();
  }

  /** What a member that does not say "image" names may be a folder, unless it has a tag. */
  private static boolean isImage(String member, String text) {
    return member.contains("image") || tag(text).isPresent() || digest(text).isPresent();
  }

  static boolean is(Service service, String product) {
    String word = product.strip();
    Matcher url = PACKAGE_URL.matcher(word);
    if (url.matches()) {
      return isPackage(service, url);
    }
    int at = word.lastIndexOf('@');
    if (at > 0 && !word.startsWith("sha256:", at + 1)) {
      return isNamed(service, word.substring(0, at))
          && agree(service.image().flatMap(OwnImage::tag), Optional.of(word.substring(at + 1)));
    }
    if (isNamed(service, word)) {
      return true;
    }
    return service.image().filter(own -> isSame(own, word)).isPresent();
  }

  private static boolean isNamed(Service service, String name) {
    return name.equals(service.name())
        || service.image().map(OwnContainers::bare).equals(Optional.of(name));
  }

  /**
   * Whether two references are of one image: the repository is the same, and so are tag and digest
   * where both state one.
   */
  static boolean isSame(String own, String other) {
    return OwnContainers.bare(own).equals(OwnContainers.bare(other))
        && agree(tag(own), tag(other))
        && agree(digest(own), digest(other));
  }

  private static boolean isPackage(Service service, Matcher url) {
    String name = PackageCoordinate.decoded(url.group(2));
    String version = url.group(3) == null ? "" : PackageCoordinate.decoded(url.group(3));
    String qualifiers = url.group(4) == null ? "" : url.group(4);
    Optional<String> repository = qualifier(qualifiers, "repository_url");
    String image = service.image().orElse(service.name());
    String bare = OwnContainers.bare(image);
    boolean named =
        repository.isPresent()
            ? bare.equals(repository.get()) || bare.equals(repository.get() + "/" + name)
            : url.group(1).equals("docker")
                ? bare.equals(name) || bare.endsWith("/" + name)
                : bare.substring(bare.lastIndexOf('/') + 1).equals(name)
                    || service.name().equals(name);
    Optional<String> stated =
        version.startsWith("sha256:") || version.isEmpty()
            ? qualifier(qualifiers, "tag")
            : Optional.of(version);
    return named
        && agree(tag(image), stated)
        && agree(digest(image), Optional.of(version).filter(text -> text.startsWith("sha256:")));
  }

  private static Optional<String> qualifier(String qualifiers, String name) {
    for (String pair : qualifiers.split("&", -1)) {
      if (pair.startsWith(name + "=")) {
        return Optional.of(PackageCoordinate.decoded(pair.substring(name.length() + 1)));
      }
    }
    return Optional.empty();
  }

  private static Optional<String> tag(String image) {
    String name = image.contains("@") ? image.substring(0, image.indexOf('@')) : image;
    int colon = name.lastIndexOf(':');
    return colon > name.lastIndexOf('/')
        ? Optional.of(name.substring(colon + 1))
        : Optional.empty();
  }

  private static Optional<String> digest(String image) {
    int at = image.indexOf('@');
    return at < 0
        ? Optional.empty()
        : Optional.of(image.substring(at + 1).toLowerCase(Locale.ROOT));
  }

  private static boolean agree(Optional<String> one, Optional<String> other) {
    return one.isEmpty() || other.isEmpty() || one.equals(other);
  }
}
