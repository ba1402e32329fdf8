package io.productionguardian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The code of the tutorial is that of the project which CI builds. */
class TutorialTest {

  private static final Path HOME = Path.of(System.getProperty("basedir", ".")).resolve("../..");
  private static final Pattern SNIPPET =
      Pattern.compile("<!-- snippet: (\\S+) (\\S+) -->\\n\\n```java\\n(.*?)```\\n", Pattern.DOTALL);

  @ParameterizedTest
  @CsvSource({"writing-a-rule.md, custom-rule, 5", "embedding.md, embedded, 10"})
  void everySnippetIsTakenFromTheProject(String name, String project, int count)
      throws IOException {
    String page = Files.readString(HOME.resolve("docs").resolve(name));
    List<MatchResult> snippets = SNIPPET.matcher(page).results().toList();

    assertThat(snippets).hasSize(count);
    assertThat(page.split("```java\n", -1)).hasSize(snippets.size() + 1);
    for (MatchResult snippet : snippets) {
      assertThat(snippet.group(3))
          .isEqualTo(
              region(
                  HOME.resolve("devops-examples").resolve(project),
                  snippet.group(1),
                  snippet.group(2)));
    }
  }

  private static String region(Path project, String file, String name) throws IOException {
    List<String> lines = Files.readAllLines(project.resolve(file));
    int begin = lines.stream().map(String::strip).toList().indexOf("// snippet: " + name);
    assertThat(begin).as(file + " " + name).isNotNegative();
    int indent = lines.get(begin).indexOf('/');
    return lines.subList(begin + 1, lines.size()).stream()
        .takeWhile(line -> !line.strip().equals("// end"))
        .map(line -> line.isEmpty() ? line : line.substring(indent))
        .collect(Collectors.joining("\n", "", "\n"));
  }
}
