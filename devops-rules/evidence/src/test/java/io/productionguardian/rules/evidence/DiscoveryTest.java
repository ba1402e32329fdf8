package io.productionguardian.rules.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.productionguardian.dossier.EvidenceSource;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class DiscoveryTest {

  private static final Path CLASSES = Path.of("target/classes");

  private static List<String> services() throws IOException {
    return Files.readAllLines(
        CLASSES.resolve("META-INF/services/" + EvidenceSource.class.getName()));
  }

  /** The class path ignores {@code provides}, and the module path ignores META-INF/services. */
  @Test
  void bothListsOfServicesAgree() throws IOException {
    try (var in = Files.newInputStream(CLASSES.resolve("module-info.class"))) {
      List<String> provided =
          ModuleDescriptor.read(in).provides().stream()
              .filter(provides -> provides.service().equals(EvidenceSource.class.getName()))
              .flatMap(provides -> provides.providers().stream())
              .toList();
      assertThat(services()).isSorted().hasSize(24).isEqualTo(provided);
    }
  }

  @Test
  void everySourceOfThisModuleIsListed() throws IOException {
    try (var files = Files.walk(CLASSES)) {
      List<String> sources =
          files
              .filter(file -> file.toString().endsWith(".class"))
              .map(file -> CLASSES.relativize(file).toString())
              .filter(name -> !name.contains("-info") && !name.contains("$"))
              .map(name -> name.substring(0, name.length() - 6).replace('/', '.'))
              .filter(name -> EvidenceSource.class.isAssignableFrom(load(name)))
              .toList();
      assertThat(services()).containsExactlyInAnyOrderElementsOf(sources);
    }
  }

  /** A file that two sources understood would count twice. */
  @Test
  void everyFixtureIsOfOneSource() {
    for (String fixture : Shown.FIXTURES) {
      assertThat(Shown.fixture(fixture).faults()).as(fixture).isEmpty();
      assertThat(ServiceLoader.load(EvidenceSource.class))
          .as(fixture)
          .filteredOn(source -> !source.read(Shown.fixture(fixture)).isEmpty())
          .hasSize(1);
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }
}
