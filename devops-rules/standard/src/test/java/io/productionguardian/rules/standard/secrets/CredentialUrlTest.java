package io.productionguardian.rules.standard.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import io.productionguardian.policy.Catalog;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** § stands for something random, which no file of ours may hold. */
class CredentialUrlTest {

  private static final String RANDOM = Fake.lower(9);

  /** What is found, and by what it is fixed. */
  private static List<String> found(String path, String text, boolean deploys) {
    String source = text.replace("§", RANDOM);
    return CredentialUrl.in(
            new SourceText(path, source, List.of(), deploys), Catalog.standard(), 100)
        .stream()
        .map(
            it -> source.substring(it.start(), it.end()).replace(RANDOM, "§") + " -> " + it.fixed())
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pg://app:§@db/x | § -> ${PASSWORD}",
        "pg://:§@db | § -> ${PASSWORD}",
        "pg://app:§@x@db/x | §@x -> ${PASSWORD}",
        "pg://app:§:1@db/x | §:1 -> ${PASSWORD}",
        "pg://${USER:-a}:§@db | § -> ${PASSWORD}",
        "pg://${USER:§@db | § -> ${PASSWORD}",
        "pg://a:x1y2@db | x1y2 -> ${PASSWORD}",
        "pg://a:§@hostile/x | § -> ${PASSWORD}",
        "pg://a:§@server.internal/x | § -> ${PASSWORD}",
        "see (pg://a:§@db) | § -> ${PASSWORD}",
        "DATABASE_URL=pg://a:§@db | § -> ${DATABASE_PASSWORD}",
        "\"brokerUri\": \"amqp://a:§@mq\" | § -> ${BROKER_PASSWORD}",
        "url: pg://a:§@db | § -> ${PASSWORD}",
        "X_URL=pg://a:§@shared-postgres:5432/x | § -> ${PG_PASSWORD}",
        "X_URL=pg://a:§@127.0.0.1:5432/x | § -> ${PG_PASSWORD}",
        "X_URL=pg://a:§@127.0.0.1:5431/x | § -> ${X_PASSWORD}",
      })
  void aUrlHoldsIt(String text, String fixed) {
    assertThat(found("notes.md", text, false)).containsExactly(fixed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "://a:§@db",
        " ://a:§@db",
        "pg://§@db",
        "pg://a:§@",
        "pg://a:§@ db",
        "pg://a:§/x@db",
        "pg://a:§?x@db",
        "pg://a:§#x@db",
        "pg://a:@db",
        "pg://a:x1y@db",
        "pg://abcd1x:ABCD1X@db",
        "pg://a:changeme@db",
        "pg://a:§@example.com/x",
        "pg://a:§@db.example.org",
        "pg://a:§@host/x",
        "pg://a:§@hostname:5432/x",
        "pg://a:§@server/x",
        "pg://a:${X:-§}@db",
        "pg://a:$X@db",
        "pg://a:<what>@db"
      })
  void aUrlHoldsNone(String text) {
    assertThat(found("notes.md", text, false)).isEmpty();
  }

  @Test
  void anyWordCountsInASetting() {
    String text = "\"DB_URL\": \"pg://a:changeme@db\"";

    assertThat(found("plan.json", text, false)).hasSize(1);
    assertThat(found("plan.json", text.replace("DB_URL", "url"), false)).isEmpty();
    assertThat(found("notes.md", text, false)).isEmpty();
    assertThat(found(".github/workflows/ci.yml", text, false)).isEmpty();
    assertThat(found("compose.yaml", "url: pg://a:b@db", true)).hasSize(1);
  }

  @Test
  void whatIsTooLongIsNoUrl() {
    String longest = "pg://" + "a".repeat(480) + ":" + RANDOM;

    assertThat(found("notes.md", longest + "@" + "b".repeat(9), false)).hasSize(1);
    assertThat(found("notes.md", "pg://" + "a".repeat(500) + ":" + RANDOM + "@b", false)).isEmpty();
  }
}
