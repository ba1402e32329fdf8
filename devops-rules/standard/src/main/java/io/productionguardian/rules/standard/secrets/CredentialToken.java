package io.productionguardian.rules.standard.secrets;

import io.productionguardian.dossier.Dossier;
import io.productionguardian.model.Severity;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** No token, private key or password stands in the text of a file. */
public final class CredentialToken implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of("credential-token", Severity.BLOCK, RuleInfo.Concern.SECRETS)
          .summary("No token, private key or password stands in the text of a file.")
          .impact("Whoever reads the file, now or in the repository's history, has the credential")
          .requirement(
              "Files name credentials and do not hold them: tokens of well-known issuers, private "
                  + "keys, JSON web tokens, what commands and headers log in with (curl -u, docker "
                  + "login -p, --from-literal, X-Api-Key), and random texts that are given to a name "
                  + "such as password, secret, token or api_key")
          .suggestion("Put a reference such as ${GITHUB_TOKEN} in its place, and revoke the token")
          .action("remove_credential")
          .example(
              "curl -H \"Authorization: Bearer <the token itself>\"",
              "curl -H \"Authorization: Bearer ${API_TOKEN}\"")
          .build();

  private static final Pattern PRIVATE_KEY =
      Pattern.compile("-----BEGIN (?:[A-Z0-9]{1,12}+ ){0,3}?PRIVATE KEY(?: BLOCK)?+-----");
  private static final Pattern KEY_MATERIAL = Pattern.compile("[A-Za-z0-9+/=]{40}");
  private static final String DASHES = "-----";
  private static final int HEAD = 400;
  private static final double RANDOM = 3.0;

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Dossier dossier, Settings settings) {
    return ClearText.violations(dossier, settings.catalog(), Kind.TOKEN);
  }

  static List<Credential> in(SourceText source) {
    List<Credential> found = new ArrayList<>(KnownTokens.in(source));
    if (source.text().contains("PRIVATE KEY")) {
      privateKeys(source.text()).forEach(found::add);
    }
    found.addAll(Commands.in(source));
    for (Assignments.Assignment assignment : source.assignments()) {
      if (isRandom(source, assignment)) {
        found.add(
            Credential.of(
                assignment.name() + " is given its value in clear text",
                assignment.start(),
                assignment.end(),
                SecretName.variable(assignment.name())));
      }
    }
    return found;
  }

  private static Stream<Credential> privateKeys(String text) {
    return PRIVATE_KEY.matcher(text).results().flatMap(begin -> privateKey(text, begin).stream());
  }

  private static Optional<Credential> privateKey(String text, MatchResult begin) {
    int dashes = text.indexOf(DASHES, begin.end());
    int bodyEnd = dashes < 0 ? text.length() : dashes;
    String head = text.substring(begin.end(), Math.min(bodyEnd, begin.end() + HEAD));
    if (KEY_MATERIAL
        .matcher(head)
        .results()
        .noneMatch(run -> SecretValue.entropy(run.group()) >= RANDOM)) {
      return Optional.empty();
    }
    int close = text.startsWith("-----END", bodyEnd) ? text.indexOf(DASHES, bodyEnd + 8) : -1;
    int end = close < 0 ? bodyEnd : close + DASHES.length();
    return Optional.of(
        Credential.of("A private key stands in clear text", begin.start(), end, "PRIVATE_KEY"));
  }

  /** Of what is given to a name in code; what documents and environments hold is another rule's. */
  private static boolean isRandom(SourceText source, Assignments.Assignment found) {
    String value = source.text().substring(found.start(), found.end());
    return found.quoted()
        && !found.colon()
        && !SecretName.isVariable(found.name())
        && value.length() >= 8
        && SecretValue.entropy(value) >= RANDOM;
  }
}
