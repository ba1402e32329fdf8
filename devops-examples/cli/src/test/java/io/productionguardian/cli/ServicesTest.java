package io.productionguardian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What a module provides stands in its module-info, which the class path ignores, and in
 * META-INF/services, which the module path ignores.
 */
class ServicesTest {

  private static final String SERVICES = "META-INF/services/";

  @Test
  void bothListsAgree() throws IOException {
    assertThat(OurModules.all())
        .extracting(module -> module.descriptor().name())
        .contains("io.productionguardian.rules.standard", "io.productionguardian.render.json");
    for (ModuleReference module : OurModules.all()) {
      assertThat(onClassPath(module))
          .as(module.descriptor().name())
          .isEqualTo(onModulePath(module));
    }
  }

  private static Map<String, Set<String>> onModulePath(ModuleReference module) {
    Map<String, Set<String>> provided = new TreeMap<>();
    module
        .descriptor()
        .provides()
        .forEach(provides -> provided.put(provides.service(), new TreeSet<>(provides.providers())));
    return provided;
  }

  private static Map<String, Set<String>> onClassPath(ModuleReference module) throws IOException {
    Map<String, Set<String>> provided = new TreeMap<>();
    try (ModuleReader reader = module.open()) {
      for (String name : reader.list().toList()) {
        if (name.startsWith(SERVICES) && !name.endsWith("/")) {
          String lines =
              new String(reader.open(name).orElseThrow().readAllBytes(), StandardCharsets.UTF_8);
          provided.put(
              name.substring(SERVICES.length()),
              lines
                  .lines()
                  .map(line -> line.replaceFirst("#.*", "").strip())
                  .filter(line -> !line.isEmpty())
                  .collect(Collectors.toCollection(TreeSet::new)));
        }
      }
    }
    return provided;
  }
}
