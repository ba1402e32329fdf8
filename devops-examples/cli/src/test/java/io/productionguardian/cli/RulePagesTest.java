package io.productionguardian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.productionguardian.Guardian;
import io.productionguardian.render.markdown.RulePages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pages in {@code docs/rules} say what the rules say of themselves. */
class RulePagesTest {

  private static final Path PAGES = Path.of("../../docs/rules");

  @Test
  void areThereAndNotStale() throws IOException {
    Map<String, String> wanted = RulePages.of(Guardian.builder().discover().build().rules());
    assertThat(names()).containsExactlyInAnyOrderElementsOf(wanted.keySet());
    for (String name : wanted.keySet()) {
      assertThat(PAGES.resolve(name))
          .as("devops-examples/guardian rules --pages docs/rules")
          .hasContent(wanted.get(name));
    }
  }

  private static List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(PAGES)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
