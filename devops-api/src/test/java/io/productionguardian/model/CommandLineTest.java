package io.productionguardian.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {

  private static final Path BASH = Path.of("/bin/bash");

  static Stream<Arguments> accepted() {
    return Stream.of(
        Arguments.of("pytest", List.of("pytest")),
        Arguments.of("pytest tests/ --cov", List.of("pytest", "tests/", "--cov")),
        Arguments.of("  mypy   src/  ", List.of("mypy", "src/")),
        Arguments.of("./gradlew check", List.of("./gradlew", "check")),
        Arguments.of("echo 'a  b' \"c d\"", List.of("echo", "a  b", "c d")),
        Arguments.of("echo a'b c'\"d e\"f", List.of("echo", "ab cd ef")),
        Arguments.of("echo '' \"\"", List.of("echo", "", "")),
        Arguments.of("echo '$HOME `x` \\ \"!\"'", List.of("echo", "$HOME `x` \\ \"!\"")),
        Arguments.of("echo \"it's | & ; > *\"", List.of("echo", "it's | & ; > *")),
        Arguments.of(
            "mvn -Dkey=value,other -pl :api", List.of("mvn", "-Dkey=value,other", "-pl", ":api")),
        Arguments.of("'pytest' x", List.of("pytest", "x")),
        Arguments.of("echo größe", List.of("echo", "größe")));
  }

  @ParameterizedTest
  @MethodSource
  void accepted(String text, List<String> words) {
    assertThat(CommandLine.parse(text).map(CommandLine::words)).contains(copy(words));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "''",
        "-x",
        "A=b pytest",
        "a | b",
        "a && b",
        "a; b",
        "a & b",
        "a > f",
        "a < f",
        "(a)",
        "{ a; }",
        "a $HOME",
        "a ${HOME}",
        "a $(b)",
        "a `b`",
        "a \"$HOME\"",
        "a \"`b`\"",
        "a \"\\n\"",
        "a \"!1\"",
        "a \\n",
        "a *.txt",
        "a f?",
        "a [ab]",
        "a ~/x",
        "a {b,c}",
        "a #comment",
        "! a",
        "a 'b",
        "a \"b",
        "a\nb",
        "a\tb",
        "a '\n'",
        "a \0",
        "a\u0085b",
        "a b\r"
      })
  void refused(String text) {
    assertThat(CommandLine.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "if",
        "then",
        "elif",
        "else",
        "fi",
        "for",
        "in",
        "until",
        "while",
        "do",
        "done",
        "case",
        "esac",
        "coproc",
        "select",
        "function",
        "time"
      })
  void refusesAShellsOwnWordInTheProgramsPlaceOnly(String word) {
    assertThat(CommandLine.parse(word + " x")).isEmpty();
    assertThat(CommandLine.parse("echo " + word)).isPresent();
  }

  @Property(tries = 40)
  void bashSplitsWhatIsAcceptedIntoTheSameWords(@ForAll("batches") List<String> texts)
      throws Exception {
    Assumptions.assumeTrue(Files.isExecutable(BASH));
    List<List<String>> expected = new ArrayList<>();
    StringBuilder script = new StringBuilder("w() { printf '" + '%' + "s\\0' \"$#\" \"$@\"; }\n");
    for (String text : texts) {
      Optional<CommandLine> parsed = CommandLine.parse(text);
      if (parsed.isPresent()) {
        expected.add(parsed.get().words());
        script.append("w ").append(text).append('\n');
      }
    }

    assertThat(bash(script.toString())).isEqualTo(expected);
  }

  /** Texts of what matters to a shell, in batches since starting one takes time. */
  @Provide
  Arbitrary<List<String>> batches() {
    Arbitrary<String> piece =
        Arbitraries.of(
            " ", " ", " ", "a", "b-c", "/x", "=", "'", "'", "\"", "\"", "''", "\"\"", "$A", "$(a)",
            "`", "\\", "*", "?", "[a]", "#", "~", "{a,b}", "!", "|", ";", "&", "<", ">", "(", ")",
            "%", "^", "@", "+", ":", ",", ".", "é", "\u00a0", "\u2028", "😀", "\t");
    Arbitrary<String> free = piece.list().ofMaxSize(10).map(parts -> String.join("", parts));
    Arbitrary<String> quoted =
        piece
            .filter(part -> !part.contains("'") && !part.contains("\t"))
            .list()
            .ofMaxSize(6)
            .map(parts -> "'" + String.join("", parts) + "'");
    Arbitrary<String> plain = Arbitraries.of("a", "b=c", "-d", "\"e  f\"", "'g h'", "é", "%", "^");
    Arbitrary<String> arguments =
        Arbitraries.oneOf(free, quoted, plain)
            .list()
            .ofMaxSize(5)
            .map(parts -> String.join(" ", parts));
    return arguments.map(text -> "cmd " + text).list().ofSize(60);
  }

  private static List<List<String>> bash(String script) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(BASH.toString(), "--noprofile", "--norc", "-s")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (OutputStream in = process.getOutputStream()) {
      in.write(script.getBytes(StandardCharsets.UTF_8));
    }
    String out;
    try (InputStream stream = process.getInputStream()) {
      out = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    List<List<String>> commands = new ArrayList<>();
    List<String> parts = List.of(out.split("\0", -1));
    for (int i = 0; i < parts.size() - 1; ) {
      int words = Integer.parseInt(parts.get(i));
      commands.add(parts.subList(i + 1, i + 1 + words));
      i += words + 1;
    }
    return commands;
  }

  private static List<String> copy(List<String> words) {
    return ImmutableList.copyOf(words);
  }
}
