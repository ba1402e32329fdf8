package io.productionguardian.dossier;

import com.google.common.io.BaseEncoding;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a package, an image or a file: a package URL, {@code name@version}, Maven's {@code
 * group:name}, or a path.
 *
 * @param type the type of a package URL
 * @param name with namespace and group, case aside
 * @param version as written, but without a {@code v} before it
 */
record PackageCoordinate(Optional<String> type, String name, Optional<String> version) {

  private static final Pattern PURL =
      Pattern.compile("pkg:/*([A-Za-z][A-Za-z0-9.+-]*)/+([^?#]+)([?#].*)?");

  private static final Pattern ENCODED = Pattern.compile("(%[0-9A-Fa-f]{2})+");

  /** Their namespace is the distribution, which no scanner says before the name. */
  private static final Pattern OF_DISTRIBUTION = Pattern.compile("deb|rpm|apk|alpm");

  static PackageCoordinate of(String text) {
    Matcher purl = PURL.matcher(text.strip());
    return purl.matches()
        ? of(Optional.of(purl.group(1).toLowerCase(Locale.ROOT)), decoded(purl.group(2)))
        : of(Optional.empty(), text.strip());
  }

  private static PackageCoordinate of(Optional<String> type, String text) {
    int at = text.lastIndexOf('@');
    boolean versioned = at > 0 && text.charAt(at - 1) != '/';
    String name = (versioned ? text.substring(0, at) : text).toLowerCase(Locale.ROOT);
    if (type.equals(Optional.of("pypi"))) {
      name = name.replaceAll("[._]", "-");
    }
    return new PackageCoordinate(
        type,
        name,
        versioned
            ? Optional.of(text.substring(at + 1).replaceFirst("^v(?=[0-9])", ""))
                .filter(version -> !version.isEmpty())
            : Optional.empty());
  }

  static String decoded(String text) {
    return ENCODED
        .matcher(text)
        .replaceAll(
            encoded ->
                Matcher.quoteReplacement(
                    new String(
                        BaseEncoding.base16()
                            .decode(encoded.group().replace("%", "").toUpperCase(Locale.ROOT)),
                        StandardCharsets.UTF_8)));
  }

  boolean isAnyOf(Collection<String> others) {
    return others.stream().map(PackageCoordinate::of).anyMatch(this::is);
  }

  /** Whether both are one: of one name, and of one type and version where both have one. */
  boolean is(PackageCoordinate other) {
    return !name.isEmpty()
        && agree(type, other.type)
        && agree(version, other.version)
        && (name.equals(other.name) || names(other) || other.names(this));
  }

  private static boolean agree(Optional<String> one, Optional<String> other) {
    return one.isEmpty() || other.isEmpty() || one.equals(other);
  }

  /** Whether the other, which is no package URL, is this package's name in another notation. */
  private boolean names(PackageCoordinate other) {
    if (type.isEmpty() || other.type.isPresent()) {
      return false;
    }
    String written = other.name;
    if (type.get().equals("pypi")) {
      written = written.replaceAll("[._]", "-");
    } else if (type.get().equals("maven")) {
      written = written.replace(':', '/');
    }
    return written.equals(name)
        || (OF_DISTRIBUTION.matcher(type.get()).matches()
            && written.equals(name.substring(name.lastIndexOf('/') + 1)));
  }
}
