package io.productionguardian.rules.standard.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
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
    "PASSWORD_SALT, KEY",
    "REDIS_AUTH, PASSWORD",
    "NEO4J_AUTH, PASSWORD",
    "RABBITMQ_ERLANG_COOKIE, PASSWORD",
    "DB_PW, PASSWORD",
    "requirepass, PASSWORD",
    "BASIC_AUTH, AUTH",
    "HTTP_PROXY_PASS, AUTH",
    "SECRET_KEY_BASE, SECRET",
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
        "bypass",
        "disabled-password",
        "DISABLE_PASSWORD",
        "ALLOW_EMPTY_PASSWORD",
        "ask-password",
        "uwsgi_pass",
        "DD_UWSGI_PASS",
        "FASTCGI_PASS",
        "proxy_pass",
        "CACHE_KEY",
        "S3_OBJECT_KEY",
        "IDEMPOTENCY_KEY",
        "auth",
        "oauth",
        "session_cookie",
        "AUTH",
        "authorization"
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
        "$A:$B",
        "$PREFIX-suffix",
        "$db_password",
        "$dbPassword",
        "$$PASSWORD",
        "$1",
        "$env:DB_PASSWORD",
        "$this->password",
        "$2y$10$abcdefghijklmnopqrstuv",
        "certs/redis.key",
        "/certs/redis.key",
        "keys/id_ed25519.pub",
        "tls/server.pfx",
        "VGhpcyBpcyBhbiBleGFtcGxlIG9mIGEgc2VjcmV0",
        "eW91ci1wYXNzd29yZC1oZXJl",
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
  @ValueSource(
      strings = {
        "$ecr3tPassw0rd",
        "$$ecr3t!",
        "$up3rS3cret!",
        "$a!b",
        "$ecret2024",
        "$S3cret-Passw0rd!",
        "c2VjcmV0MTIzNDU2"
      })
  void aDollarIsNoReferenceAndBase64NoExample(String value) {
    assertThat(SecretValue.isSecret(value, SecretName.PASSWORD, true)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"hunter22", "tr0ub4dor&3", "letmein", "postgres", "changeme", "8472519"})
  void anyWordIsAPasswordOfASetting(String value) {
    assertThat(SecretValue.isSecret(value, SecretName.PASSWORD, true)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    // a key of some kind: 16 characters or more, letters and digits, 3.5 bits a character
    "KEY, false, abcdefgh12345678, true",
    "KEY, true, abcdefgh1234567, false",
    "KEY, true, abcdefghijklmnop, false",
    "KEY, true, 1234567890123456, false",
    "KEY, true, aaaaaaaaaaaaaaa1, false",
    "KEY, true, backups/2024/db-dump-01.tar.gz, false",
    "KEY, true, 3f7a9c1e5b2d8f604a6c9e1b7d3f5a82, true",
    // how one logs in is no secret, and what has digits in it is
    "AUTH, true, basic, false",
    "AUTH, true, oauth2-proxy, false",
    "AUTH, true, SCRAM-SHA-512, false",
    "AUTH, true, hunter2x, true",
    "AUTH, true, app:k9zq1xv!w, true",
    // a number is a password of 4 digits or more, where it is one
    "PASSWORD, true, 1234, true",
    "PASSWORD, true, 123, false",
    "PASSWORD, false, 1234, false",
    "SECRET, true, 1234, false",
    // 6 characters with a digit or a sign among them, or 16 that are random
    "PASSWORD, false, kzq1xv, true",
    "PASSWORD, false, kzq!xv, true",
    "PASSWORD, false, kzq1x, false",
    "PASSWORD, false, kzqxvw, false",
    "PASSWORD, false, abcdefghijklmnop, true",
    "PASSWORD, false, abcdefghijklmno, false",
    "PASSWORD, false, abcdefghijklmnaa, false",
    // 8 such characters for a secret, and not all alike
    "SECRET, false, kzq1xvwp, true",
    "SECRET, false, kzq1xvw, false",
    "SECRET, false, aaaaaaa1, false",
    "SECRET, false, kzqxvwpj, false",
    "SECRET, false, abcdefghijklmnop, true",
    "SECRET, false, abcdefghijklmno, false",
    "SECRET, false, abcdefghijklmnaa, false",
  })
  void whatIsSecretByItself(SecretName name, boolean stated, String value, boolean secret) {
    assertThat(SecretValue.isSecret(value, name, stated)).isEqualTo(secret);
  }

  @Test
  void aDocumentIsNoPassword() {
    assertThat(SecretValue.isSecret("k1".repeat(2_048), SecretName.PASSWORD, true)).isTrue();
    assertThat(SecretValue.isSecret("k1".repeat(2_048) + "k", SecretName.PASSWORD, true)).isFalse();
  }

  @Test
  void aLongWordIsNotGuessed() {
    assertThat(SecretValue.isGuessable("password".repeat(5))).isTrue();
    assertThat(SecretValue.isGuessable("password".repeat(5) + "1")).isFalse();
  }
}
