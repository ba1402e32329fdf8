package io.productionguardian.rules.standard;

import static org.assertj.core.api.Assertions.assertThat;

import io.productionguardian.model.MustHave;
import io.productionguardian.model.Severity;
import io.productionguardian.model.VetoTrigger;
import io.productionguardian.rule.Rule;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DiscoveryTest {

  private static final Path CLASSES = Path.of("target/classes");

  /** The class path ignores {@code provides}, and the module path ignores META-INF/services. */
  @Test
  void bothListsOfServicesAgree() throws IOException {
    List<String> services =
        Files.readAllLines(CLASSES.resolve("META-INF/services/" + Rule.class.getName()));
    try (var in = Files.newInputStream(CLASSES.resolve("module-info.class"))) {
      List<String> provided =
          ModuleDescriptor.read(in).provides().stream()
              .filter(provides -> provides.service().equals(Rule.class.getName()))
              .flatMap(provides -> provides.providers().stream())
              .toList();
      assertThat(services).containsExactlyInAnyOrderElementsOf(provided).isNotEmpty();
    }
  }

  @Test
  void everyRuleOfThisModuleIsListed() throws IOException {
    List<String> services =
        Files.readAllLines(
            CLASSES.resolve("META-INF/services/" + Rule.class.getName()), StandardCharsets.UTF_8);
    try (var files = Files.walk(CLASSES)) {
      List<String> rules =
          files
              .filter(file -> file.toString().endsWith(".class"))
              .map(file -> CLASSES.relativize(file).toString())
              .filter(name -> !name.contains("-info") && !name.contains("$"))
              .map(name -> name.substring(0, name.length() - 6).replace('/', '.'))
              .filter(name -> Rule.class.isAssignableFrom(load(name)))
              .toList();
      assertThat(services).containsExactlyInAnyOrderElementsOf(rules);
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyTriggerHasABlockingRule(VetoTrigger trigger) {
    assertThat(ServiceLoader.load(Rule.class))
        .anyMatch(
            rule ->
                rule.info().trigger().filter(trigger::equals).isPresent()
                    && rule.info().severity() == Severity.BLOCK);
  }

  @ParameterizedTest
  @EnumSource
  void everyMustHaveHasABlockingRule(MustHave mustHave) {
    assertThat(ServiceLoader.load(Rule.class))
        .anyMatch(
            rule ->
                rule.info().mustHave().filter(mustHave::equals).isPresent()
                    && rule.info().severity() == Severity.BLOCK);
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }
}
