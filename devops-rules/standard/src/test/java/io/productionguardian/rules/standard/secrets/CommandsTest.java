package io.productionguardian.rules.standard.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** § stands for something random, which no file of ours may hold. */
class CommandsTest {

  private static final String RANDOM = Fake.lower(24);

  private static List<String> found(String path, String text, boolean deploys) {
    String source = text.replace("§", RANDOM);
    return Commands.in(new SourceText(path, source, List.of(), deploys)).stream()
        .map(it -> it.fixed() + " " + source.substring(it.start(), it.end()).replace(RANDOM, "§"))
        .toList();
  }

  private static List<String> told(String text) {
    return found("notes.md", text, false);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "curl -u admin:§ https://api/health",
        "curl -uadmin:§ https://api/health",
        "curl -sSfu admin:§ https://api/health",
        "curl -s --user admin:§ https://api/health",
        "curl --user=admin:§ https://api",
        "curl --proxy-user admin:§ https://api",
        "curl -U admin:§ https://api",
        "curl -u 'admin:§' https://api",
        "curl -u \\\"admin:§\\\" https://api",
        "curl -u \"${API_USER:-admin}:§\" https://api",
        "curl -u $API_USER:§ https://api",
        "curl https://api -u admin:§",
        "[\"curl\", \"-u\", \"admin:§\", \"https://api\"]",
        "curl https://api \\\n  -u admin:§",
        "kubectl exec api -- curl -u admin:§ localhost",
        "/usr/bin/curl -u admin:§ localhost",
        "http -a admin:§ https://api",
        "$ http --auth admin:§ https://api",
        "openssl pkcs12 -passin pass:§ -in a",
      })
  void aCommandLogsIn(String text) {
    assertThat(told(text)).hasSize(1).first().asString().endsWith(" §");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "docker login -u ci -p § registry.example.com",
        "podman login -p '§' -u ci registry",
        "docker login registry -u ci -p=§",
        "helm registry login -u ci -p § registry",
        "az acr login -n r -u u -p §",
      })
  void aCommandLogsInToARegistry(String text) {
    assertThat(told(text)).containsExactly("${REGISTRY_PASSWORD} §");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sshpass -p § ssh a",
        "sshpass -p'§' ssh a",
        "mysql -u root -p§ app",
        "mysqldump -h db -p'§' app",
        "mariadb -uroot -p§",
        "mongosh -u a -p § db",
        "mongodump -p=§",
        "redis-cli -h r -a § ping",
        "redis-cli --pass § ping",
        "ldapsearch -D cn=a -w § -b dc=b",
      })
  void aCommandHasAPassword(String text) {
    assertThat(told(text)).hasSize(1).first().asString().endsWith(" §");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "curl -u $API_USER:$API_PASSWORD https://api",
        "curl -u \"${API_USER}:${API_PASSWORD}\" https://api",
        "curl -u <user>:<password> https://api",
        "curl -u user:password https://api",
        "curl -u admin https://api",
        "curl -u : --negotiate https://api",
        "curl -u token:x-oauth-basic https://api",
        "curl https://api\ndocker run -u 1000:§ api",
        "docker run -u 1000:1000 -p 8080:80 api",
        "curly -u admin:§",
        "xcurl -u admin:§",
        "http://api -a admin:§",
        "docker login -u ci -p ${REGISTRY_PASSWORD} registry",
        "docker login -u ci --password-stdin registry",
        "docker login && mkdir -p §",
        "docker login\nmkdir -p §",
        "the login -p §",
        "ssh -p § host",
        "mysql -u root -p app",
        "mysql -h db -port=3306",
        "mysql -p\"$MYSQL_PWD\" app",
        "mysql && mkdir -p§",
        "docker run --name mongo -p 27017:27017 mongo",
        "docker exec mongo mkdir -p §",
        "redis-cli -a $REDIS_AUTH ping",
        "redis-cli ping; ls -a §",
        "openssl pkcs12 -passin env:PW -in §",
        "make -pass pass:§",
      })
  void aCommandHasNone(String text) {
    assertThat(told(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kubectl create secret generic api --from-literal=password=§",
        "kubectl create secret generic api --from-literal password=§",
        "kubectl create secret generic api --from-literal=username=app --from-literal='password=§'",
        "kubectl create secret generic api --from-literal=password=\\\"§\\\"",
        "  --from-literal=password=§ \\",
      })
  void aSecretIsCreated(String text) {
    assertThat(told(text)).containsExactly("${PASSWORD} §");
  }

  @Test
  void whatASecretHoldsIsOneUnderAnyName() {
    assertThat(told("kubectl create secret generic api --from-literal=dsn2=§"))
        .containsExactly("${DSN2} §");
    assertThat(told("kubectl create configmap api --from-literal=dsn2=§")).isEmpty();
    assertThat(told("kubectl create secret generic api --from-literal=username=§")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kubectl create secret generic api --from-literal=password=$PG_PASSWORD",
        "kubectl create secret generic api --from-literal=password=\"$(pass show db)\"",
        "kubectl create secret generic api --from-literal=password=<the password>",
        "kubectl create secret generic api --from-literal=mode=production",
        "kubectl create secret generic api --from-file=password=§",
      })
  void aSecretIsCreatedFromElsewhere(String text) {
    assertThat(told(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-H \"X-Api-Key: §\"",
        "-H \\\"X-Api-Key: §\\\"",
        "-H 'X-Api-Key:§'",
        "--header='X-Api-Key: §'",
        "--header \"x-api-key: §\"",
      })
  void aHeaderHasAKey(String header) {
    assertThat(told("curl " + header + " https://api")).containsExactly("${X_API_KEY} §");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Private-Token: §",
        "X-Vault-Token: §",
        "X-Auth-Token: §",
        "apikey: §",
        "Ocp-Apim-Subscription-Key: §",
        "DD-API-KEY: §",
        "Authorization: Token §",
        "Authorization: ApiKey §",
        "Authorization: GenieKey §",
        "Authorization: §",
      })
  void headersOfOtherNames(String header) {
    assertThat(told("curl -H '" + header + "' https://api")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-Api-Key: $API_KEY",
        "X-Api-Key: ${API_KEY}",
        "X-Api-Key: <your key>",
        "X-Api-Key: YOUR_API_KEY",
        "X-Request-Id: §",
        "Idempotency-Key: §",
        "Sec-WebSocket-Key: §",
        "Content-Type: application/json",
        "Authorization: Bearer §",
        "Authorization: Digest §",
        "Authorization: AWS4-HMAC-SHA256 §",
        "If-None-Match: §",
      })
  void aHeaderHasNone(String header) {
    assertThat(told("curl -H '" + header + "' https://api")).isEmpty();
  }

  @Test
  void theKeyMayBeTheUser() {
    assertThat(told("curl -u §: https://api")).containsExactly("${API_KEY} §");
    assertThat(told("curl -u api-user: https://api")).isEmpty();
  }

  @Test
  void anyWordCountsInWhatIsDeployed() {
    String check = "RUN curl -u elastic:changeme http://localhost\n";

    assertThat(found("Dockerfile", check, true)).containsExactly("${PASSWORD} changeme");
    assertThat(found("Dockerfile", "# " + check, true)).isEmpty();
    assertThat(told(check)).isEmpty();
  }
}
