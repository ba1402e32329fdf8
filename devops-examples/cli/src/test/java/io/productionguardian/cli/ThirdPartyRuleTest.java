package io.productionguardian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rule of somebody else's judges as soon as its jar is there. */
class ThirdPartyRuleTest {

  private static final String RULE =
      """
      package com.example.rules;

      import io.productionguardian.document.SourceLocation;
      import io.productionguardian.dossier.Dossier;
      import io.productionguardian.model.Severity;
      import io.productionguardian.rule.Rule;
      import io.productionguardian.rule.RuleInfo;
      import io.productionguardian.rule.Settings;
      import io.productionguardian.rule.Violation;
      import java.util.List;

      public final class CostCentre implements Rule {
        @Override
        public RuleInfo info() {
          return RuleInfo.of("cost-centre", Severity.BLOCK, RuleInfo.Concern.CUSTOM)
              .summary("Somebody pays.")
              .impact("Nobody pays")
              .requirement("plan.json names cost_centre")
              .suggestion("Add cost_centre to plan.json")
              .action("name_cost_centre")
              .build();
        }

        @Override
        public List<Violation> check(Dossier dossier, Settings settings) {
          return dossier.root("plan").flatMap(root -> root.get("cost_centre")).isPresent()
              ? List.of()
              : List.of(Violation.at(dossier.placeOf("plan"), "No cost centre"));
        }
      }
      """;

  private static final String MODULE =
      """
      module com.example.rules {
        requires io.productionguardian.api;
        provides io.productionguardian.rule.Rule with com.example.rules.CostCentre;
      }
      """;

  @TempDir Path folder;

  @Test
  void onTheClassPath() throws IOException {
    Path jar = jar(false);

    vetoes(
        Jvm.ended(
            Jvm.startClasses(List.of(jar.toString()), "check", Epics.copy("epic_25", folder))));
  }

  @Test
  void onTheModulePath() throws IOException {
    Path jar = jar(true);

    vetoes(
        Jvm.ended(
            Jvm.startModules(List.of(jar.toString()), "check", Epics.copy("epic_25", folder))));
  }

  private static void vetoes(Ran ran) {
    assertThat(ran.err()).isEmpty();
    assertThat(ran.code()).isOne();
    assertThat(ran.firstBlockingRule()).isEqualTo("cost-centre");
    assertThat(ran.out()).contains("consensus/artifacts/plan.json:1:1  No cost centre");
  }

  private Path jar(boolean module) throws IOException {
    Path sources = Files.createDirectories(folder.resolve("src/com/example/rules"));
    Path classes = Files.createDirectories(folder.resolve("classes"));
    Path rule = Files.writeString(sources.resolve("CostCentre.java"), RULE);
    Path jar = folder.resolve("cost-centre.jar");
    String libraries = Jvm.path(Jvm.entries());
    if (module) {
      Path info = Files.writeString(folder.resolve("src/module-info.java"), MODULE);
      tool("javac", "-d", classes, "-p", libraries, info, rule);
    } else {
      tool("javac", "-d", classes, "-cp", libraries, rule);
      Path services = Files.createDirectories(classes.resolve("META-INF/services"));
      Files.writeString(
          services.resolve("io.productionguardian.rule.Rule"), "com.example.rules.CostCentre\n");
    }
    tool("jar", "--create", "--file", jar, "-C", classes, ".");
    return jar;
  }

  private static void tool(String name, Object... arguments) {
    String[] words = new String[arguments.length];
    for (int i = 0; i < words.length; i++) {
      words[i] = arguments[i].toString();
    }
    int code = ToolProvider.findFirst(name).orElseThrow().run(System.out, System.err, words);
    assertThat(code).as(name).isZero();
  }
}
