package io.productionguardian.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeploymentFilesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".env",
        "api/.env",
        "api.env",
        ".env.production",
        ".env.local",
        ".env-prod",
        ".env.infra",
        ".envrc",
        "config/prod.env",
        "vault.env",
        ".ENV",
      })
  void variablesAreDeployedWith(String path) {
    assertThat(DeploymentFiles.isOne(path, other -> false)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".env.example",
        ".env.sample",
        "api.env.template",
        "example.env",
        ".env.dist",
        ".env.vault",
        ".env.ts",
        "env.d.ts",
        ".environment",
        "env",
        "node_modules/a/.env",
        ".env/bin/activate",
      })
  void examplesAndOtherThingsAreNot(String path) {
    assertThat(DeploymentFiles.isOne(path, other -> false)).isFalse();
  }
}
