package io.productionguardian.rules.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.productionguardian.dossier.Reported.VexStatement;
import io.productionguardian.dossier.Reported.VexStatement.Status;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenVexDocumentTest {

  private static List<VexStatement> said(String statements) {
    return Shown.of(
        VexStatement.class,
        Shown.text(
            "a.json",
            "{\"@context\": \"https://openvex.dev/ns/v0.2.0\", \"timestamp\":"
                + " \"2026-01-01T00:00:00Z\", \"statements\": ["
                + statements
                + "]}"));
  }

  @Test
  void theLatestStatementsCount() {
    List<VexStatement> said = Shown.of(VexStatement.class, Shown.fixture("relay.openvex.json"));

    assertThat(said)
        .extracting(VexStatement::status)
        .containsExactly(Status.NOT_AFFECTED, Status.NOT_AFFECTED, Status.AFFECTED, Status.FIXED);
    assertThat(said)
        .extracting(statement -> statement.place().toString())
        .containsExactly(
            "relay.openvex.json:8:5",
            "relay.openvex.json:17:5",
            "relay.openvex.json:23:5",
            "relay.openvex.json:36:5");
    assertThat(said.get(0).ids()).containsExactly("CVE-2021-44228", "GHSA-jfh8-c2jp-5v3q");
    assertThat(said.get(0).components())
        .containsExactly("pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1");
    assertThat(said.get(0).justification()).contains("vulnerable_code_not_in_execute_path");
    assertThat(said.get(1).ids()).containsExactly("CVE-2023-42363");
    assertThat(said.get(1).components()).isEmpty();
    assertThat(said.get(1).justification()).contains("awk is not in the image");
    assertThat(said.get(2).products()).containsExactly("pkg:apk/alpine/libcrypto3@3.1.4-r2");
    assertThat(said.get(3).products()).containsExactly("pkg:apk/alpine/openssl@3.1.4-r2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[\"pkg:oci/relay\"] | [pkg:oci/relay] []",
        "[{\"@id\": \"https://acme.example/relay\"}] | [https://acme.example/relay] []",
        "[] | [] []",
        "\"pkg:oci/relay\" | [pkg:oci/relay] []",
        "[\"pkg:oci/relay\", \"pkg:npm/lodash\"] | [pkg:oci/relay, pkg:npm/lodash] []",
        "[\"relay\"] | [relay] []",
        "[{\"@id\": \"x\", \"identifiers\": {\"purl\": \"pkg:npm/a\"}}] | [pkg:npm/a] []",
        "[{\"@id\": \"pkg:oci/a\", \"subcomponents\": [{\"@id\": \"pkg:npm/b\"}]}]"
            + " | [pkg:oci/a] [pkg:npm/b]",
        "[{\"@id\": \"pkg:oci/a\", \"subcomponents\": [\"pkg:oci/b\"]}] | [pkg:oci/a] [pkg:oci/b]",
      })
  void productsAndTheirPartsAreToldApart(String products, String expected) {
    assertThat(
            said(
                "{\"vulnerability\": \"CVE-1\", \"status\": \"fixed\", \"products\": %s}"
                    .formatted(products)))
        .singleElement()
        .satisfies(
            said -> assertThat(said.products() + " " + said.components()).isEqualTo(expected));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"vulnerability\": \"CVE-1\", \"status\": \"fine\"}",
        "{\"vulnerability\": \"CVE-1\"}",
        "{\"vulnerability\": {}, \"status\": \"fixed\"}",
        "{\"vulnerability\": \" \", \"status\": \"fixed\"}",
        "{\"vulnerability\": {\"@id\": \"https://x/\"}, \"status\": \"fixed\"}",
        "{\"vulnerability\": \"CVE-1\", \"status\": \"fixed\", \"products\": [{\"identifiers\": {}}]}",
        "{\"vulnerability\": \"CVE-1\", \"status\": \"fixed\","
            + " \"products\": [{\"@id\": \"pkg:oci/a\", \"subcomponents\": [{}]}]}",
        "7",
      })
  void whatSaysNothingCertainIsNoStatement(String statement) {
    assertThat(said(statement)).isEmpty();
  }

  @Test
  void ofTheSameTimeTheLastCounts() {
    assertThat(
            said(
                "{\"vulnerability\": \"CVE-1\", \"status\": \"affected\", \"timestamp\": \"soon\"},"
                    + "{\"vulnerability\": \"CVE-1\", \"status\": \"under_investigation\"}"))
        .extracting(VexStatement::status)
        .containsExactly(Status.UNDER_INVESTIGATION);
  }

  @Test
  void otherJsonIsNoOpenVex() {
    assertThat(Shown.of(Shown.text("a.json", "{\"statements\": [{\"status\": \"fixed\"}]}")))
        .isEmpty();
    assertThat(
            Shown.of(
                Shown.text(
                    "a.json",
                    "{\"@context\": [\"https://openvex.dev/ns\"], \"statements\":"
                        + " [{\"vulnerability\": \"a\", \"status\": \"fixed\"}]}")))
        .hasSize(2);
  }
}
