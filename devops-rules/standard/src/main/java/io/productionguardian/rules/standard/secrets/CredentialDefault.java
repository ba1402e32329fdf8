package io.productionguardian.rules.standard.secrets;

import io.productionguardian.dossier.Dossier;
import io.productionguardian.model.Severity;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Violation;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** No variable of a credential falls back to a value that everybody can read. */
public final class CredentialDefault implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of("credential-default", Severity.BLOCK, RuleInfo.Concern.SECRETS)
          .summary("No variable of a credential falls back to a value that everybody can read.")
          .impact("Where the variable is forgotten, the service runs with a password that is known")
          .requirement("A variable such as ${DB_PASSWORD} has no default, or an empty one")
          .suggestion("Write ${DB_PASSWORD} or ${DB_PASSWORD:?} and set it from .env.infra")
          .action("remove_default_credential")
          .example("DB_PASSWORD: ${DB_PASSWORD:-not-so-secret}", "DB_PASSWORD: ${DB_PASSWORD}")
          .build();

  private static final String REFERENCE = "${";
  private static final Pattern DEFAULT =
      Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]{0,80}+)(:?[-=]([^\\s{}\"'`\\\\]{1,300}+))}");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Dossier dossier, Settings settings) {
    return ClearText.violations(dossier, settings.catalog(), Kind.DEFAULT);
  }

  static List<Credential> in(SourceText source, int most) {
    String text = source.text();
    if (!text.contains(REFERENCE)) { // as in most files
      return List.of();
    }
    Matcher found = DEFAULT.matcher(text);
    return SourceText.occurrences(text, REFERENCE)
        .filter(at -> found.region(at, text.length()).lookingAt())
        .filter(at -> isSecret(source, found))
        .mapToObj(at -> credential(found))
        .limit(most)
        .toList();
  }

  private static Credential credential(MatchResult found) {
    return new Credential(
        "${" + found.group(1) + "} falls back to a value in clear text",
        found.start(3),
        found.end(3),
        found.start(2),
        found.end(2),
        "");
  }

  private static boolean isSecret(SourceText source, MatchResult found) {
    boolean stated = !source.isProse() && !source.isWorkflow() && !source.isComment(found.start());
    return SecretName.of(found.group(1))
        .filter(name -> SecretValue.isSecret(found.group(3), name, stated))
        .isPresent();
  }
}
