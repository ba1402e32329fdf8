package io.productionguardian.rules.standard.secrets;

import io.productionguardian.dossier.Dossier;
import io.productionguardian.model.Severity;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Violation;
import java.util.List;

/** Neither tests nor other services have a credential in clear text. */
public final class CredentialElsewhere implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of("credential-elsewhere", Severity.WARN, RuleInfo.Concern.SECRETS)
          .summary("Neither tests nor other services have a credential in clear text.")
          .impact("What opens a test or another service may open more than that")
          .requirement(
              "Deploy files of tests (docker-compose.test.yml, e2e/, examples/) and of other services "
                  + "(a folder that deploys nothing of this one) name credentials and do not hold them")
          .suggestion(
              "Tell the team that it belongs to, and see that the value is used nowhere else")
          .action("tell_owner_of_credential")
          .example(
              "other/team/docker-compose.yml: POSTGRES_PASSWORD: not-so-secret",
              "other/team/docker-compose.yml: POSTGRES_PASSWORD: ${POSTGRES_PASSWORD}")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Dossier dossier, Settings settings) {
    return ClearText.elsewhere(dossier, settings.catalog());
  }
}
