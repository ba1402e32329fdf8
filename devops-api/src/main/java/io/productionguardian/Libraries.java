package io.productionguardian;

import io.productionguardian.document.Document;
import io.productionguardian.document.Document.Limits;
import io.productionguardian.schema.SchemaName;
import io.productionguardian.schema.Schemas;
import java.nio.charset.StandardCharsets;
import java.security.CodeSource;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Uses each library once, so that a class path that lacks one, or has a version that does not fit,
 * is refused when a guardian is built and not in the middle of a release.
 */
final class Libraries {

  private static final byte[] SAMPLE = "{}".getBytes(StandardCharsets.UTF_8);

  /** The name of the jar in what a code source prints: {@code (file:/…/guava.jar <no signer>)}. */
  private static final Pattern FILE = Pattern.compile("/([^/]+\\.jar)");

  private static final Pattern LIBRARY =
      Pattern.compile(
          "com[./](?:google[./]common|fasterxml[./]jackson|networknt)|tools[./]jackson|org[./]snakeyaml");

  private Libraries() {}

  /**
   * Loads what reading and validating needs.
   *
   * @throws MisconfiguredException if a class is missing or does not fit, with its name, where its
   *     library was found, and what is needed
   */
  static void load() {
    try {
      for (Document.Format format : Document.Format.values()) {
        Document read = Document.read("sample", SAMPLE, format, Limits.STANDARD);
        read.root().ifPresent(root -> Schemas.violations(SchemaName.REVIEW, root));
      }
    } catch (LinkageError e) {
      throw new MisconfiguredException(sentence(root(e)), e);
    }
  }

  /**
   * What to say of a service that cannot be loaded, if it is one of these libraries that fails it.
   */
  static Optional<MisconfiguredException> misfit(ServiceConfigurationError error) {
    Throwable root = root(error);
    return root instanceof LinkageError && LIBRARY.matcher(String.valueOf(root.getMessage())).find()
        ? Optional.of(new MisconfiguredException(sentence(root), error))
        : Optional.empty();
  }

  private static Throwable root(Throwable error) {
    Throwable root = error;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }

  private static String sentence(Throwable root) {
    return "The class path does not fit: "
        + String.valueOf(root.getMessage()).replace('/', '.')
        + " ("
        + root.getClass().getSimpleName()
        + "). Needed: Jackson 3.1"
        + found("tools.jackson.core.JsonParser")
        + " with jackson-annotations 2.21"
        + found("com.fasterxml.jackson.annotation.JsonProperty")
        + ", json-schema-validator 3"
        + found("com.networknt.schema.Schema")
        + ", snakeyaml-engine 3"
        + found("org.snakeyaml.engine.v2.api.LoadSettings")
        + ", Guava 31 or later"
        + found("com.google.common.collect.ImmutableList")
        + ". Set these versions in the build that embeds Production Guardian";
  }

  /** The file that a library comes from, as far as it can be found. */
  private static String found(String type) {
    try {
      CodeSource source =
          Class.forName(type, false, Libraries.class.getClassLoader())
              .getProtectionDomain()
              .getCodeSource();
      Matcher file = FILE.matcher(String.valueOf(source));
      return file.find() ? " (found: " + file.group(1) + ")" : "";
    } catch (ClassNotFoundException | LinkageError e) {
      return " (missing)";
    }
  }
}
