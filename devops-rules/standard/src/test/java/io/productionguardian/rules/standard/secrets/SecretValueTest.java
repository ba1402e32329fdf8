package io.productionguardian.rules.standard.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretValueTest {

  @ParameterizedTest
  @CsvSource({
    "DB_PASSWORD, PASSWORD",
    "PGPASSWORD, PASSWORD",
    "DB_PASSWORD_2, PASSWORD",
    "smtp.password, PASSWORD",
    "userPassword, PASSWORD",
    "POSTGRES_PWD, PASSWORD",
    "SMTP_PASS, PASSWORD",
    "JWT_SECRET, SECRET",
    "client_secret, SECRET",
    "accessToken, SECRET",
    "API_KEY, SECRET",
    "apiKey, SECRET",
    "AWS_SECRET_ACCESS_KEY, SECRET",
    "GOOGLE_APPLICATION_CREDENTIALS, SECRET",
    "DATADOG_KEY, KEY",
  })
  void namesOfSecrets(String name, SecretName kind) {
    assertThat(SecretName.of(name)).contains(kind);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PUBLIC_KEY",
        "KEY_ID",
        "TOKEN_URL",
        "DB_PASSWORD_FILE",
        "SECRET_PATH",
        "secretName",
        "token_budget",
        "max_tokens",
        "MAX_TOKEN",
        "PASSWORD_MIN_LENGTH",
        "primary_key",
        "key",
        "cache_key",
        "stop_token",
        "next_page_token",
        "synthesis_pass",
        "three_pass_review",
        "passed",
        "tests_passing",
        "tokens",
        "keyboard",
        "secretary",
        "imagePullSecret",
        "idempotency_token",
        "csrf_token",
        "tokenizer",
        "monkey",
        "bypass"
      })
  void namesOfOtherThings(String name) {
    assertThat(SecretName.of(name)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${DB_PASSWORD}",
        "$DB_PASSWORD",
        "{{ .Values.password }}",
        "${{ secrets.TOKEN }}",
        "<the password>",
        "<password>",
        "[password]",
        "***",
        "********",
        "xxx",
        "...",
        "…",
        "your-password",
        "YOUR_TOKEN",
        "/run/secrets/db",
        "./token.txt",
        "~/work/infra/.env.infra",
        ".env.infra",
        "vault:secret/data/db",
        "arn:aws:secretsmanager:eu:1:secret:db",
        "secrets.DB_PASSWORD",
        "process.env.DB_PASSWORD",
        "getenv(",
        "none",
        "null",
        "true",
        "off",
        "required",
        "string",
        "PG_PASSWORD",
        "API_TOKEN",
        "https://vault/v1",
        "%s",
        "changeme-example",
        "not-needed",
        "EMPTY",
        "key.pem",
        "1.2.3",
        "@TOKEN@",
        "%TOKEN%",
        "two words"
      })
  void whatStandsForASecret(String value) {
    assertThat(SecretValue.isSecret(value, SecretName.PASSWORD, true)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bearer",
        "jwt",
        "bcrypt",
        "argon2id",
        "HS256",
        "sha256",
        "oauth2",
        "header",
        "kubernetes",
        "db-credentials",
        "billing-api-v2-secret",
        "bearer_token",
        "Authorization",
        "changeme",
        "password",
        "postgres",
        "abc123",
        "test",
        "s3cr3t",
        "12345",
        "2048"
      })
  void whatIsNoSecretWhereNobodySaysThatItIsASetting(String value) {
    assertThat(SecretValue.isSecret(value, SecretName.SECRET, false)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"hunter22", "tr0ub4dor&3", "letmein", "postgres", "changeme", "8472519"})
  void anyWordIsAPasswordOfASetting(String value) {
    assertThat(SecretValue.isSecret(value, SecretName.PASSWORD, true)).isTrue();
  }
}
