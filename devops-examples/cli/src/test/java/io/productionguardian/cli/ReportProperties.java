package io.productionguardian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.productionguardian.Assessment;
import io.productionguardian.document.SourceLocation;
import io.productionguardian.model.Severity;
import io.productionguardian.rule.Violation;
import io.productionguardian.text.OneLine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.w3c.dom.Element;

/** Whatever agents write comes back as it was shown, from a reader that is not the writer. */
class ReportProperties {

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> pieces =
        Arbitraries.of(
                "%",
                "%25",
                "%0A",
                "%3A",
                "%2C",
                "::",
                "::error::",
                "##[error]",
                ",",
                "=",
                ":",
                "\r",
                "\n",
                "\t",
                "]]>",
                "<",
                "&",
                "&amp;",
                "\"",
                "'",
                "<!--",
                "-->",
                "<?x?>",
                "\u0000",
                "\u0008",
                "\u001b[31m",
                "\u0085",
                "\u2028",
                "\u202e",
                "\ud83d",
                "\ufffe",
                "\uffff",
                "\ue000",
                "😀",
                "é",
                " ",
                "a")
            .list()
            .ofMaxSize(8)
            .map(list -> String.join("", list));
    return Arbitraries.oneOf(Arbitraries.strings().all().ofMaxLength(30), pieces);
  }

  @Property(tries = 700)
  void junitGivesTheTextBack(@ForAll("texts") String text) {
    Assessment assessment =
        Judged.by(Severity.BLOCK, Violation.at(SourceLocation.of("consensus/" + text), text));

    Element failure =
        Junit.elements(Junit.suite(new JunitFindings(assessment).write()), "failure").get(0);

    assertThat(failure.getAttribute("message"))
        .isEqualTo(shown(text).replaceAll("[\ufffe\uffff]", "\ufffd"));
    assertThat(failure.getTextContent().lines()).hasSize(4);
    assertThat(failure.getChildNodes().getLength()).isEqualTo(1);
  }

  @Property(tries = 700)
  void runnerGivesTheTextBack(@ForAll("texts") String text) {
    SourceLocation place = SourceLocation.at("consensus/" + text, 3, 7);
    Assessment assessment = Judged.by(Severity.BLOCK, Violation.at(place, text));

    String commands = new GithubCommands(assessment, SourceLocation::file).write();

    assertThat(commands.lines()).hasSize(2);
    Command command = Command.parse(commands.lines().toList().get(0));
    assertThat(command.name()).isEqualTo("error");
    assertThat(command.properties())
        .isEqualTo(
            Map.of(
                "file", SafeText.of(place.file()), "line", "3", "col", "7", "title", "some-rule"));
    assertThat(command.message()).isEqualTo(shown(text) + ". Fix it");
  }

  private static String shown(String text) {
    return SafeText.of(OneLine.of(text, 500).strip());
  }

  /** A command as GitHub's runner reads it. */
  private record Command(String name, Map<String, String> properties, String message) {

    static Command parse(String line) {
      assertThat(line).startsWith("::");
      int end = line.indexOf("::", 2);
      String head = line.substring(2, end);
      int space = head.indexOf(' ');
      Map<String, String> properties = new HashMap<>();
      for (String property : head.substring(space + 1).split(",", -1)) {
        String[] pair = property.split("=", 2);
        properties.put(pair[0], unescaped(pair[1], List.of("\r", "\n", ":", ",", "%")));
      }
      return new Command(
          head.substring(0, space),
          properties,
          unescaped(line.substring(end + 2), List.of("\r", "\n", "%")));
    }

    private static String unescaped(String text, List<String> what) {
      String result = text;
      for (String c : what) {
        result = result.replace("%%%02X".formatted((int) c.charAt(0)), c);
      }
      return result;
    }
  }
}
