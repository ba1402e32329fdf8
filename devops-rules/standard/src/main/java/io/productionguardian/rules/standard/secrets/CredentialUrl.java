package io.productionguardian.rules.standard.secrets;

import io.productionguardian.dossier.Dossier;
import io.productionguardian.model.Severity;
import io.productionguardian.policy.Catalog;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Violation;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** No URL holds a password. */
public final class CredentialUrl implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of("credential-url", Severity.BLOCK, RuleInfo.Concern.SECRETS)
          .summary("No URL holds a password.")
          .impact("Whoever reads the file or a log with the URL can log in")
          .requirement("The password of a URL is a reference such as ${PG_PASSWORD}")
          .suggestion("Put ${PG_PASSWORD} in its place, set it from .env.infra, and change it")
          .action("remove_credential")
          .example(
              "DATABASE_URL: postgresql://app:not-so-secret@shared-postgres:5432/app",
              "DATABASE_URL: postgresql://app:${PG_PASSWORD}@shared-postgres:5432/app")
          .build();

  private static final String AFTER_SCHEME = "://";
  private static final int LONGEST = 500;
  private static final int SHORTEST = 4;
  private static final Pattern EXAMPLE_HOST =
      Pattern.compile(
          "(?i)([\\w-]{1,60}\\.){0,4}example(\\.\\w+)?\\b|(host(name)?|server)\\b(?!\\.)");
  private static final Pattern NAME_BEFORE =
      Pattern.compile(
          "([A-Za-z][A-Za-z0-9_]{1,60})[\"']?\\s?[:=]\\s?[\"']?[a-zA-Z][a-zA-Z0-9+.:-]*$");

  /** A member with the name of a variable, as the section of an artifact has it. */
  private static final Pattern SETTING =
      Pattern.compile("\\b[A-Z][A-Z0-9_]{1,60}[\"']?:\\s?[\"']?[a-zA-Z][a-zA-Z0-9+.-]*$");

  private static final Pattern KIND_OF_ADDRESS =
      Pattern.compile("(?i)_?(url|uri|dsn|connection(_string)?|endpoint)$");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Dossier dossier, Settings settings) {
    return ClearText.violations(dossier, settings.catalog(), Kind.URL);
  }

  static List<Credential> in(SourceText source, Catalog catalog, int most) {
    String text = source.text();
    if (!text.contains(AFTER_SCHEME)) { // as in most files
      return List.of();
    }
    return SourceText.occurrences(text, AFTER_SCHEME)
        .filter(at -> at > 0 && Character.isLetterOrDigit(text.charAt(at - 1)))
        .mapToObj(at -> credential(source, catalog, at))
        .flatMap(Optional::stream)
        .limit(most)
        .toList();
  }

  private static Optional<Credential> credential(SourceText source, Catalog catalog, int at) {
    String text = source.text();
    int start = at + AFTER_SCHEME.length();
    int end = end(text, start);
    int host = start + text.substring(start, end).lastIndexOf('@') + 1;
    int password = host == start ? -1 : password(text, start, host - 1);
    if (password < 0 || host == end) {
      return Optional.empty();
    }
    String user = text.substring(start, password - 1);
    String secret = text.substring(password, host - 1);
    String before = source.before(at, 100);
    Optional<String> name = nameBefore(before);
    boolean stated =
        source.states(at)
            || (!source.isProse() && !source.isWorkflow() && SETTING.matcher(before).find());
    boolean example =
        !stated
            && (SecretValue.isGuessable(secret)
                || secret.length() < SHORTEST
                || secret.equalsIgnoreCase(user)
                || EXAMPLE_HOST.matcher(text.substring(host, end)).lookingAt());
    if (secret.isEmpty() || example || SecretValue.standsForIt(secret)) {
      return Optional.empty();
    }
    return Optional.of(
        Credential.of(
            "A URL holds a credential in clear text",
            password,
            host - 1,
            variable(catalog, text.substring(host, end), name)));
  }

  private static Optional<String> nameBefore(String before) {
    Matcher matcher = NAME_BEFORE.matcher(before);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /** The end of what may be user, password and host; references are passed over whole. */
  private static int end(String text, int start) {
    int most = Math.min(text.length(), start + LONGEST);
    int at = start;
    while (at < most && !isEnd(text.charAt(at))) {
      at = text.startsWith("${", at) ? behind(text, at, most) : at + 1;
    }
    return at;
  }

  private static int behind(String text, int reference, int most) {
    int close = text.substring(reference, most).indexOf('}');
    return close < 0 ? reference + 2 : reference + close + 1;
  }

  private static boolean isEnd(char c) {
    return Character.isWhitespace(c) || "/?#\"'`\\|)".indexOf(c) >= 0;
  }

  /** Behind the colon that ends the user's name, which may be a reference with a colon; or -1. */
  private static int password(String text, int start, int end) {
    int at = start;
    while (at < end && text.charAt(at) != ':') {
      at = text.startsWith("${", at) ? behind(text, at, end) : at + 1;
    }
    return at < end ? at + 1 : -1;
  }

  /** The variable of the shared service that the URL leads to, or else one named after the URL. */
  private static String variable(Catalog catalog, String host, Optional<String> name) {
    return catalog.services().stream()
        .filter(
            service ->
                service.hosts().contains(host.replaceFirst(":.*", ""))
                    || service.hostEndpoint().equals(Optional.of(host)))
        .flatMap(service -> service.secret().stream())
        .findFirst()
        .orElseGet(
            () ->
                name.map(word -> KIND_OF_ADDRESS.matcher(word).replaceFirst(""))
                    .filter(word -> !word.isEmpty())
                    .map(word -> SecretName.variable(word) + "_PASSWORD")
                    .orElse("PASSWORD"));
  }
}
