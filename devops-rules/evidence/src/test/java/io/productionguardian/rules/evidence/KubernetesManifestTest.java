package io.productionguardian.rules.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.productionguardian.dossier.Deployed.Autoscaler;
import io.productionguardian.dossier.Deployed.Container;
import io.productionguardian.dossier.Deployed.DisruptionBudget;
import io.productionguardian.dossier.Deployed.HealthCheck;
import io.productionguardian.dossier.Deployed.ScrapeJob;
import io.productionguardian.dossier.Evidence;
import io.productionguardian.dossier.Sourced;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KubernetesManifestTest {

  private static <T extends Evidence> List<T> shown(Class<T> kind) {
    return Shown.of(kind, Shown.fixture("relay.k8s.yaml"));
  }

  @Test
  void containersOfLongRunningWorkloadsAreFoundInAllDocuments() {
    assertThat(shown(Container.class))
        .extracting(container -> container.workload() + "/" + container.name())
        .containsExactly(
            "fallback-relay/relay",
            "fallback-relay/sidecar",
            "store/store",
            "debug/shell",
            "canary/canary");
  }

  @Test
  void aContainerIsReadWithItsPlaces() {
    Container relay = shown(Container.class).get(0);

    assertThat(relay.platform()).isEqualTo(Container.Platform.KUBERNETES);
    assertThat(relay.built()).isFalse();
    assertThat(relay.place()).hasToString("relay.k8s.yaml:10:11");
    assertThat(relay.image().orElseThrow().place()).hasToString("relay.k8s.yaml:11:18");
    assertThat(relay.replicas().orElseThrow().value()).isEqualTo(3);
    assertThat(relay.environment().keySet()).containsExactly("LOG_LEVEL");
    assertThat(relay.requests().get("cpu").value()).isEqualTo("250m");
    assertThat(relay.limits().get("memory").value()).isEqualTo("256Mi");
    assertThat(relay.limits().get("memory").place()).hasToString("relay.k8s.yaml:19:41");
    assertThat(relay.ports()).extracting(Sourced::value).containsExactly("8080");
    assertThat(relay.networks()).isEmpty();
  }

  private static String probe(Container container, HealthCheck.Role role) {
    return container
        .check(role)
        .map(check -> check.value().form() + " " + check.value().text())
        .orElse("none");
  }

  @Test
  void probesOfAllForms() {
    Container relay = shown(Container.class).get(0);
    Container sidecar = shown(Container.class).get(1);

    assertThat(probe(relay, HealthCheck.Role.READINESS)).isEqualTo("HTTP /ready");
    assertThat(probe(relay, HealthCheck.Role.LIVENESS)).isEqualTo("COMMAND sh -c exit 0");
    assertThat(relay.check(HealthCheck.Role.LIVENESS).orElseThrow().value().cannotFail()).isTrue();
    assertThat(relay.check(HealthCheck.Role.LIVENESS).orElseThrow().place())
        .hasToString("relay.k8s.yaml:21:11");
    assertThat(probe(relay, HealthCheck.Role.STARTUP)).isEqualTo("TCP 8080");
    assertThat(probe(sidecar, HealthCheck.Role.READINESS)).isEqualTo("GRPC 9000");
    assertThat(probe(sidecar, HealthCheck.Role.LIVENESS)).isEqualTo("HTTP /");
    assertThat(probe(sidecar, HealthCheck.Role.STARTUP)).isEqualTo("none");
  }

  @Test
  void whatScalesAndWhatKeepsPodsIsRead() {
    assertThat(shown(Autoscaler.class))
        .singleElement()
        .satisfies(
            scaler -> {
              assertThat(scaler.workload()).isEqualTo("fallback-relay");
              assertThat(scaler.minReplicas().orElseThrow().value()).isEqualTo(2);
              assertThat(scaler.maxReplicas().orElseThrow().value()).isEqualTo(10);
              assertThat(scaler.place()).hasToString("relay.k8s.yaml:47:1");
            });
    assertThat(shown(DisruptionBudget.class))
        .singleElement()
        .satisfies(
            budget -> {
              assertThat(budget.name()).isEqualTo("relay");
              assertThat(budget.minAvailable().orElseThrow().value()).isEqualTo("50%");
              assertThat(budget.maxUnavailable()).isEmpty();
            });
  }

  @Test
  void aMonitorIsAScrapeJob() {
    assertThat(shown(ScrapeJob.class))
        .singleElement()
        .satisfies(
            job -> {
              assertThat(job.name()).isEqualTo("relay");
              assertThat(job.metricsPath()).isEqualTo("/actuator/prometheus");
              assertThat(job.targets()).isEmpty();
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{kind: Deployment, spec: {}}",
        "{apiVersion: apps/v1, kind: Deployment}",
        "{apiVersion: v1, kind: ConfigMap, data: {containers: x}}",
        "{apiVersion: v1, kind: List, items: [{kind: Pod}]}",
        "{apiVersion: batch/v1, kind: Job, spec: {template: {spec: {containers: [{name: a}]}}}}"
      })
  void otherObjectsShowNothing(String text) {
    assertThat(Shown.of(Shown.text("a.yaml", text))).isEmpty();
  }
}
