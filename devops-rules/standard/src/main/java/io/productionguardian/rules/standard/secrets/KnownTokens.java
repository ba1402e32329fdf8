package io.productionguardian.rules.standard.secrets;

import static io.productionguardian.rules.standard.secrets.TokenFormat.format;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the tokens of well-known issuers look like. */
final class KnownTokens {

  static final List<TokenFormat> ALL =
      ImmutableList.of(
          // clouds
          format(
              "An AWS access key",
              "AWS_ACCESS_KEY_ID",
              3.0,
              0,
              "(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}",
              "AKIA",
              "ASIA",
              "ABIA",
              "ACCA"),
          format(
              "A key of Amazon Bedrock",
              "AWS_BEARER_TOKEN_BEDROCK",
              3.0,
              0,
              "ABSK[A-Za-z0-9+/]{100,300}+={0,2}",
              "ABSK"),
          format("A Google API key", "GOOGLE_API_KEY", 3.5, 0, "AIza[\\w-]{35}", "AIza"),
          format(
              "A Google client secret",
              "GOOGLE_CLIENT_SECRET",
              3.0,
              0,
              "GOCSPX-[\\w-]{28}",
              "GOCSPX-"),
          format(
              "A Google access token",
              "GOOGLE_ACCESS_TOKEN",
              3.5,
              0,
              "ya29\\.[\\w-]{30,500}+",
              "ya29."),
          format(
              "An Azure storage key",
              "AZURE_STORAGE_KEY",
              4.0,
              0,
              "AccountKey=([A-Za-z0-9+/]{86}==)",
              "AccountKey="),
          format(
              "An Azure client secret",
              "AZURE_CLIENT_SECRET",
              3.5,
              4,
              "[\\w.~-]{3}[0-9]Q~[\\w.~-]{31,34}+",
              "Q~"),
          format(
              "An Alibaba access key",
              "ALIBABA_ACCESS_KEY_ID",
              3.0,
              0,
              "LTAI[A-Za-z0-9]{20}",
              "LTAI"),
          format(
              "A DigitalOcean token",
              "DIGITALOCEAN_TOKEN",
              3.0,
              0,
              "do[por]_v1_[a-f0-9]{64}",
              "dop_v1_",
              "doo_v1_",
              "dor_v1_"),
          format("A Heroku key", "HEROKU_API_KEY", 4.0, 0, "HRKU-AA[\\w-]{58}", "HRKU-AA"),
          format("A Fly.io token", "FLY_API_TOKEN", 4.0, 0, "fo1_[\\w-]{43}", "fo1_"),
          format("A Databricks token", "DATABRICKS_TOKEN", 3.0, 0, "dapi[a-f0-9]{32}", "dapi"),
          // code, packages, builds
          format(
              "A GitHub token",
              "GITHUB_TOKEN",
              3.0,
              0,
              "gh[pousr]_[A-Za-z0-9]{36,251}+",
              "ghp_",
              "gho_",
              "ghu_",
              "ghs_",
              "ghr_"),
          format("A GitHub token", "GITHUB_TOKEN", 3.0, 0, "github_pat_\\w{82}", "github_pat_"),
          format(
              "A GitLab token",
              "GITLAB_TOKEN",
              3.0,
              0,
              "gl[a-z]{2,5}+-[\\w-]{20,300}+(?:\\.[a-z0-9]{9})?+",
              "glpat-",
              "gldt-",
              "glrt-",
              "glptt-",
              "glft-",
              "glsoat-",
              "glagent-",
              "gloas-",
              "glimt-"),
          format("A GitLab token", "GITLAB_TOKEN", 3.0, 0, "GR1348941[\\w-]{20}", "GR1348941"),
          format("An npm token", "NPM_TOKEN", 3.0, 0, "npm_[A-Za-z0-9]{36}", "npm_"),
          format(
              "A PyPI token",
              "PYPI_TOKEN",
              3.0,
              0,
              "pypi-AgEIcHlwaS5vcmc[\\w-]{50,1000}+",
              "pypi-AgEIcHlwaS5vcmc"),
          format(
              "A RubyGems key", "RUBYGEMS_API_KEY", 3.0, 0, "rubygems_[a-f0-9]{48}", "rubygems_"),
          format("A NuGet key", "NUGET_API_KEY", 3.0, 0, "oy2[a-z0-9]{43}", "oy2"),
          format(
              "A Docker Hub token",
              "DOCKER_TOKEN",
              3.0,
              0,
              "dckr_[po]at_[\\w-]{27,32}+",
              "dckr_pat_",
              "dckr_oat_"),
          format(
              "An Artifactory key", "ARTIFACTORY_API_KEY", 4.0, 0, "AKCp[A-Za-z0-9]{69}", "AKCp"),
          format(
              "An Atlassian token", "ATLASSIAN_TOKEN", 3.5, 0, "ATATT3[\\w=-]{180,250}+", "ATATT3"),
          format(
              "A Terraform token",
              "TFE_TOKEN",
              3.5,
              14,
              "[A-Za-z0-9]{14}\\.atlasv1\\.[\\w=-]{60,70}+",
              ".atlasv1."),
          format(
              "A Vault token",
              "VAULT_TOKEN",
              3.5,
              0,
              "hv[sbr]\\.[\\w-]{24,300}+",
              "hvs.",
              "hvb.",
              "hvr."),
          format("A Pulumi token", "PULUMI_ACCESS_TOKEN", 3.0, 0, "pul-[a-f0-9]{40}", "pul-"),
          format("A Doppler token", "DOPPLER_TOKEN", 3.0, 0, "dp\\.pt\\.[A-Za-z0-9]{43}", "dp.pt."),
          // language models
          format(
              "An OpenAI key",
              "OPENAI_API_KEY",
              3.5,
              0,
              "sk-(?:proj|svcacct|admin)-[\\w-]{58,200}+",
              "sk-proj-",
              "sk-svcacct-",
              "sk-admin-"),
          format(
              "An OpenAI key",
              "OPENAI_API_KEY",
              3.5,
              23,
              "sk-[A-Za-z0-9]{20}T3BlbkFJ[A-Za-z0-9]{20}",
              "T3BlbkFJ"),
          format(
              "An Anthropic key",
              "ANTHROPIC_API_KEY",
              3.5,
              0,
              "sk-ant-[a-z]{3,5}+[0-9]{2}-[\\w-]{80,120}+",
              "sk-ant-"),
          format("A Hugging Face token", "HF_TOKEN", 3.0, 0, "hf_[A-Za-z0-9]{34}", "hf_"),
          format("A Perplexity key", "PERPLEXITY_API_KEY", 3.5, 0, "pplx-[A-Za-z0-9]{48}", "pplx-"),
          // messages
          format(
              "A Slack token",
              "SLACK_TOKEN",
              3.0,
              0,
              "xox[abeoprs]-[A-Za-z0-9-]{20,250}+",
              "xoxa-",
              "xoxb-",
              "xoxe-",
              "xoxo-",
              "xoxp-",
              "xoxr-",
              "xoxs-"),
          format(
              "A Slack token",
              "SLACK_APP_TOKEN",
              3.0,
              0,
              "xapp-[0-9]-[A-Z0-9]{8,15}+-[0-9]{8,15}+-[a-z0-9]{32,100}+",
              "xapp-"),
          format(
              "A Slack webhook",
              "SLACK_WEBHOOK_PATH",
              3.5,
              0,
              "hooks\\.slack\\.com/(?:services|workflows)/([A-Za-z0-9/]{30,90}+)",
              "hooks.slack.com/"),
          format(
              "A Discord webhook",
              "DISCORD_WEBHOOK_PATH",
              3.5,
              0,
              "discord\\.com/api/webhooks/([0-9]{17,20}+/[\\w-]{60,80}+)",
              "discord.com/api/webhooks/"),
          format(
              "A SendGrid key", "SENDGRID_API_KEY", 3.5, 0, "SG\\.[\\w-]{22}\\.[\\w-]{43}", "SG."),
          format("A Twilio key", "TWILIO_API_KEY", 3.0, 0, "SK[a-f0-9]{32}", "SK"),
          format(
              "A Mailchimp key", "MAILCHIMP_API_KEY", 3.0, 32, "[a-f0-9]{32}-us[0-9]{1,2}+", "-us"),
          // money, shops, operation
          format(
              "A Stripe key",
              "STRIPE_API_KEY",
              3.0,
              0,
              "[sr]k_(?:live|test)_[A-Za-z0-9]{16,120}+",
              "sk_live_",
              "sk_test_",
              "rk_live_",
              "rk_test_"),
          format(
              "A Stripe webhook secret",
              "STRIPE_WEBHOOK_SECRET",
              3.0,
              0,
              "whsec_[A-Za-z0-9+/]{32,64}+=?+",
              "whsec_"),
          format(
              "A Square token",
              "SQUARE_ACCESS_TOKEN",
              3.0,
              0,
              "sq0(?:atp|csp)-[\\w-]{22,43}+",
              "sq0atp-",
              "sq0csp-"),
          format(
              "A Shopify token",
              "SHOPIFY_ACCESS_TOKEN",
              3.0,
              0,
              "shp(?:at|ca|pa|ss)_[a-fA-F0-9]{32}",
              "shpat_",
              "shpca_",
              "shppa_",
              "shpss_"),
          format(
              "A Grafana token",
              "GRAFANA_TOKEN",
              3.0,
              0,
              "glsa_[A-Za-z0-9]{32}_[a-fA-F0-9]{8}",
              "glsa_"),
          format(
              "A Grafana token",
              "GRAFANA_TOKEN",
              3.0,
              0,
              "glc_[A-Za-z0-9+/]{32,400}+={0,3}",
              "glc_"),
          format("A New Relic key", "NEW_RELIC_API_KEY", 3.0, 0, "NRAK-[A-Z0-9]{27}", "NRAK-"),
          format("A Sentry token", "SENTRY_AUTH_TOKEN", 3.0, 0, "sntryu_[a-f0-9]{64}", "sntryu_"),
          format(
              "A Dynatrace token",
              "DYNATRACE_TOKEN",
              3.5,
              0,
              "dt0c01\\.[A-Z0-9]{24}\\.[A-Z0-9]{64}",
              "dt0c01."),
          format("A Linear key", "LINEAR_API_KEY", 3.0, 0, "lin_api_[A-Za-z0-9]{40}", "lin_api_"),
          format("A Notion token", "NOTION_TOKEN", 3.5, 0, "ntn_[A-Za-z0-9]{46}", "ntn_"),
          format(
              "A Postman key",
              "POSTMAN_API_KEY",
              3.0,
              0,
              "PMAK-[a-f0-9]{24}-[a-f0-9]{34}",
              "PMAK-"),
          format(
              "An age key", "AGE_KEY", 3.5, 0, "AGE-SECRET-KEY-1[A-Z0-9]{58}", "AGE-SECRET-KEY-1"),
          // whatever issues them
          format(
              "A JSON web token",
              "ACCESS_TOKEN",
              3.5,
              0,
              "eyJ[\\w-]{10,2000}+\\.eyJ[\\w-]{10,4000}+\\.[\\w-]{20,1000}+",
              "eyJ"),
          format(
              "An authorization header",
              "ACCESS_TOKEN",
              3.5,
              0,
              "(?:Bearer|Basic)[\\ ]((?=[A-Za-z+/._~-]{0,60}[0-9])[\\w+/.~-]{20,2000}+=*+)",
              "Bearer",
              "Basic"));

  /** One of them is in every token. */
  static final Set<String> KEYWORDS =
      ALL.stream()
          .flatMap(format -> format.keywords().stream())
          .collect(ImmutableSet.toImmutableSet());

  private static final WordSearch SEARCH = WordSearch.of(KEYWORDS, List.of());

  private KnownTokens() {}

  /** The tokens of all these forms in a file. */
  static List<Credential> in(SourceText source) {
    Set<String> keywords = new HashSet<>();
    for (int at : source.tellingWords()) {
      keywords.addAll(SEARCH.allAt(source.text(), at));
    }
    return keywords.isEmpty() // as nearly always
        ? List.of()
        : ALL.stream()
            .filter(format -> !Collections.disjoint(format.keywords(), keywords))
            .flatMap(format -> format.in(source.text()))
            .toList();
  }
}
