package io.productionguardian.render.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HealthCheckCommandTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "curl -v https://api/health",
        "./check.sh --all",
        "grep 'a | b' log.txt",
        "promtool query instant http://localhost:9090 up | wc -l"
      })
  void commandIsPastedAsItIs(String command) {
    assertThat(HealthCheckCommand.parse(command)).contains(new HealthCheckCommand(command));
  }

  @Test
  void namespaceIsAddedWhereKubectlIsNotToldOne() {
    assertThat(HealthCheckCommand.parse("kubectl logs -l app=api | grep health"))
        .contains(
            new HealthCheckCommand("kubectl -n \"$NAMESPACE\" logs -l app=api | grep health"));
    assertThat(HealthCheckCommand.parse("kubectl get pods --namespace=other"))
        .contains(new HealthCheckCommand("kubectl get pods --namespace=other"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Look at the logs",
        "for each pod look at the logs",
        "rm -rf /; true",
        "true && rm -rf /",
        "true || rm -rf /",
        "a | | b",
        "curl x > /etc/passwd",
        "echo $(id)",
        "echo `id`",
        "echo \"$HOME\"",
        "kubectl logs\nrm -rf /",
        "echo 'open"
      })
  void anythingElseIsNotPasted(String text) {
    assertThat(HealthCheckCommand.parse(text)).isEmpty();
  }
}
