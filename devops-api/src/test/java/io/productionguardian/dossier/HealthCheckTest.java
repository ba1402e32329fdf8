package io.productionguardian.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.productionguardian.dossier.Deployed.HealthCheck;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HealthCheckTest {

  private static HealthCheck shell(String text) {
    return new HealthCheck(HealthCheck.Form.SHELL, ImmutableList.of(text));
  }

  private static HealthCheck command(String words) {
    return new HealthCheck(HealthCheck.Form.COMMAND, ImmutableList.copyOf(words.split("~", -1)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ",
        "# curl -f x",
        "exit 0",
        "exit",
        "exit 256",
        "true",
        ":",
        "/bin/true",
        "echo ok",
        "echo \"$(curl -f x)\"",
        "curl -f x || true",
        "curl -f x || exit 0",
        "curl -f x || echo down",
        "curl -f x ||\n  true",
        "curl -f x ; true",
        "curl -f x; exit 0",
        "curl -f x\nexit 0",
        "test -f x; exit 0",
        "exit 0; curl -f x",
        "exit 0\ncurl -f x",
        "exit 0 || curl -f x",
        "true || curl -f x",
        "true && exit 0",
        "curl -f x && true || true",
        "curl -f x | tee log; true",
        "curl -f x | true",
        "curl -f x &",
        "curl -f x & exit 0",
        "false || true",
        "! false",
        "sh -c 'exit 0'",
        "/bin/sh -c \"curl -f x || true\"",
        "bash -e -c 'true'",
        "eval true",
        "exec true",
        "exec true; curl -f x",
        "command true",
        "env A=1 true",
        "timeout 5 true",
        "A=1 true",
        "A=1",
        "python -c \"import sys; sys.exit(0)\"",
        "python3 -c 'print(1)'",
        "python3 -c ''",
        "node -e 'process.exit(0)'",
        "[ 1 -eq 1 ]",
        "test ok",
        "test -d /",
        "node --version",
        "curl -f x > /dev/null 2>&1 || true",
        "curl -f x &>/dev/null; exit 0",
        "(curl -f x) || true",
        "{ curl -f x; } || true",
        "if curl -f x; then echo up; fi; exit 0",
        "set -e; curl -f x || true",
        "set -e; curl -f x && echo up; exit 0",
        "env",
        "echo \"unclosed || true"
      })
  void aScriptThatCannotFail(String script) {
    assertThat(shell(script).cannotFail()).as(script).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "curl -f x",
        "curl -f x || exit 1",
        "curl -f x || false",
        "curl -f x || exit",
        "curl -f x || exit $?",
        "curl -f x && exit 0",
        "curl -f x && true",
        "true; curl -f x",
        "true && curl -f x",
        "echo x; exit 1",
        "exit 1",
        "exit $STATUS",
        "curl -f x; exit $?",
        "false",
        "! true",
        "! curl -f x",
        "curl -f x | grep -q ok",
        "curl -f x || echo 'a || true'; exit 1",
        "curl -f 'x || true'",
        "curl -f x # || true",
        "curl -f x \\\n || exit 1",
        "curl -f x >/dev/null 2>&1 || exit 1",
        "curl -f x 2>&1",
        "set -e; curl -f x; true",
        "set -euo pipefail; curl -f x | true",
        "sh -ec 'curl -f x; true'",
        "sh -c 'curl -f x'",
        "sh health.sh",
        "exec curl -f x",
        "timeout 5 curl -f x",
        "command",
        "env curl x",
        "A=$(curl -f x)",
        "test -f /tmp/healthy",
        "[ $(curl -s x || echo fail) = ok ]",
        "[ \"`curl -s x; true`\" = ok ]",
        "test $UP = $UP2",
        "if ! curl -f x; then exit 1; fi; exit 0",
        "if curl -f x; then exit 0; else exit 1; fi",
        "while ! curl -f x; do sleep 1; done; exit 1",
        "for i in 1 2; do curl -f x || exit 1; done; exit 0",
        "case $(curl -s x) in ok) exit 0;; *) exit 1;; esac",
        "(curl -f x || exit 1); exit $?",
        "python -c \"import sys; sys.exit(1)\"",
        "python -c \"import urllib.request as r; r.urlopen('http://x')\"",
        "python check.py",
        "node -e \"require('http').get('http://x')\"",
        "pg_isready -U app",
        "redis-cli ping",
        "eval \"curl -f x\"",
        "env && curl x",
        "curl -f x; exit $((0)); exit 0"
      })
  void aScriptThatCanFail(String script) {
    assertThat(shell(script).cannotFail()).as(script).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "true",
        "/bin/true",
        "echo",
        "echo~$(curl x)",
        "sh~-c~exit 0",
        "/bin/bash~-lc~curl -f x || true",
        "sh~-c~exit 0; curl x",
        "python3~-c~import sys; sys.exit(0)",
        "curl~--version",
        "env~true"
      })
  void aCommandThatCannotFail(String words) {
    assertThat(command(words).cannotFail()).as(words).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "curl~-f~x",
        "curl~-f~x~||~true", // no shell reads it: these are arguments
        "false",
        "sh~-c~curl -f x",
        "sh~-c~curl -f x || exit 1",
        "sh~-c",
        "python3~-c~import app; app.check()",
        "/healthcheck",
        "cat~/tmp/healthy"
      })
  void aCommandThatCanFail(String words) {
    assertThat(command(words).cannotFail()).as(words).isFalse();
  }

  @Test
  void nothingCannotFail() {
    assertThat(new HealthCheck(HealthCheck.Form.COMMAND, ImmutableList.of()).cannotFail()).isTrue();
    assertThat(new HealthCheck(HealthCheck.Form.SHELL, ImmutableList.of()).cannotFail()).isTrue();
  }

  @Test
  void whatStandsBehindAShellsTextAreItsParameters() {
    assertThat(
            new HealthCheck(HealthCheck.Form.SHELL, ImmutableList.of("exit 0", "curl x"))
                .cannotFail())
        .isTrue();
    assertThat(
            new HealthCheck(HealthCheck.Form.SHELL, ImmutableList.of("curl x", "exit 0"))
                .cannotFail())
        .isFalse();
  }

  @ParameterizedTest
  @EnumSource(
      value = HealthCheck.Form.class,
      names = {"HTTP", "TCP", "GRPC", "NONE"})
  void otherFormsAreNotJudged(HealthCheck.Form form) {
    assertThat(new HealthCheck(form, ImmutableList.of("true")).cannotFail()).isFalse();
  }

  @Test
  void textsOfAttackersEndQuickly() {
    Assertions.assertTimeoutPreemptively(
        Duration.ofMinutes(1),
        () -> {
          assertThat(shell("eval ".repeat(100_000) + "true").cannotFail()).isFalse();
          assertThat(shell("env ".repeat(100_000) + "true").cannotFail()).isFalse();
          shell("python -c '" + "import a;".repeat(100_000) + "'").cannotFail();
          shell("(".repeat(100_000) + "true").cannotFail();
          shell("$(".repeat(100_000)).cannotFail();
          shell("\"$(`".repeat(100_000)).cannotFail();
          shell("true;".repeat(100_000)).cannotFail();
          shell("true|".repeat(100_000)).cannotFail();
        });
  }

  @Test
  void aCheckIsToldInOneLine() {
    assertThat(command("curl~-f~x").text()).isEqualTo("curl -f x");
    assertThat(new HealthCheck(HealthCheck.Form.NONE, ImmutableList.of()).text()).isEqualTo("none");
  }
}
