package io.productionguardian.cli;

import io.productionguardian.Assessment;
import io.productionguardian.document.SourceLocation;
import io.productionguardian.model.Severity;
import io.productionguardian.rule.Finding;
import java.util.function.Function;

/**
 * A decision as commands of GitHub's runner, which shows them beside the lines that they are about.
 * It takes ten errors and ten warnings of a step, so the most severe come first and the last line
 * counts all.
 *
 * @param path what to call a place's file in the repository
 */
record GithubCommands(Assessment assessment, Function<SourceLocation, String> path) {

  private static final int SHOWN = 10;
  private static final String TITLE = "Production Guardian";

  String write() {
    StringBuilder commands = new StringBuilder();
    assessment.findings().stream().limit(SHOWN).map(this::command).forEach(commands::append);
    return commands.append(summary()).toString();
  }

  private String command(Finding finding) {
    SourceLocation place = finding.place();
    return "::%s file=%s,line=%s,col=%s,title=%s::%s\n"
        .formatted(
            name(finding.severity()),
            property(path.apply(place)),
            place.line(),
            place.column(),
            property(finding.rule().id()),
            message(finding.violation() + ". " + finding.rule().suggestion()));
  }

  private String summary() {
    int more = assessment.findings().size() - SHOWN;
    return "::notice title=%s::%s\n"
        .formatted(
            TITLE,
            message(
                "%s %s, iteration %s: %s blocking, %s warnings, %s notes, %s waived%s"
                    .formatted(
                        assessment.decision().wireName(),
                        assessment.epic().value(),
                        assessment.iteration(),
                        count(Severity.BLOCK),
                        count(Severity.WARN),
                        count(Severity.INFO),
                        assessment.waived().size(),
                        more > 0 ? "; " + more + " of them are not shown here" : "")));
  }

  private long count(Severity severity) {
    return assessment.findings().stream().filter(it -> it.severity() == severity).count();
  }

  private static String name(Severity severity) {
    return switch (severity) {
      case BLOCK -> "error";
      case WARN -> "warning";
      case INFO -> "notice";
    };
  }

  /** What stands behind the second {@code ::}. */
  static String message(String text) {
    return SafeText.of(text).replace("%", "%25");
  }

  /** What stands behind a property's {@code =}. */
  static String property(String text) {
    return message(text).replace(":", "%3A").replace(",", "%2C");
  }
}
