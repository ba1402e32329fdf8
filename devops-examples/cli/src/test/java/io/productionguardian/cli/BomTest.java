package io.productionguardian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The BOM, which has no parent, names the versions that the build uses. */
class BomTest {

  private static final Path HOME = Path.of(System.getProperty("basedir", ".")).resolve("../..");

  @ParameterizedTest
  @CsvSource({
    "jackson-annotations, jackson-annotations.version",
    "jackson-core, jackson.version",
    "jackson-databind, jackson.version",
    "json-schema-validator, json-schema-validator.version",
    "snakeyaml-engine, snakeyaml-engine.version"
  })
  void namesTheVersionsOfTheBuild(String artifact, String property) throws IOException {
    String build = Files.readString(HOME.resolve("pom.xml"));
    String bom = Files.readString(HOME.resolve("devops-render/bom/pom.xml"));

    assertThat(between(bom, "<artifactId>" + artifact + "</artifactId>", "<version>", "</version>"))
        .isEqualTo(between(build, "", "<" + property + ">", "</" + property + ">"));
  }

  private static String between(String text, String after, String begin, String end) {
    int from = text.indexOf(begin, text.indexOf(after)) + begin.length();
    return text.substring(from, text.indexOf(end, from));
  }
}
