package io.productionguardian.render.json.files;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.productionguardian.model.MustHave;
import io.productionguardian.model.Severity;
import io.productionguardian.model.VetoTrigger;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.text.OneLine;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A rule as SARIF describes it. */
record SarifRule(RuleInfo rule) {

  private static final int LONGEST = 2_000;

  /** What means something within a line of Markdown. */
  private static final Pattern CONSISTENCY = Pattern.compile("[\\\\`*_\\[\\]<>&|~$#@!]");

  static String level(Severity severity) {
    return switch (severity) {
      case BLOCK -> "error";
      case WARN -> "warning";
      case INFO -> "note";
    };
  }

  Map<String, Object> descriptor() {
    return new OrderedMembers()
        .add("id", rule.id())
        .add("shortDescription", text(sentence(rule.summary())))
        .add(
            "fullDescription",
            text(sentence(rule.requirement()) + " Otherwise: " + sentence(rule.impact())))
        .add("help", ImmutableMap.of("text", help(), "markdown", markdown()))
        .add("defaultConfiguration", ImmutableMap.of("level", level(rule.severity())))
        .add("properties", properties())
        .build();
  }

  /** One line that ends as a sentence does. */
  static String sentence(String text) {
    String line = OneLine.of(text, LONGEST).strip();
    return line.endsWith(".") || line.endsWith("!") || line.endsWith("?") ? line : line + ".";
  }

  static Map<String, Object> text(String text) {
    return ImmutableMap.of("text", text);
  }

  private Map<String, Object> properties() {
    ImmutableList.Builder<String> tags = ImmutableList.builder();
    tags.add(rule.concern().name().toLowerCase(Locale.ROOT));
    if (isSecurity()) {
      tags.add("security");
    }
    return new OrderedMembers()
        .add("tags", tags.build())
        .addIfPresent("must_have", rule.mustHave().map(MustHave::wireName))
        .addIfPresent("security-severity", isSecurity() ? Optional.of(score()) : Optional.empty())
        .build();
  }

  private boolean isSecurity() {
    return rule.concern() == RuleInfo.Concern.SECRETS
        || rule.trigger().equals(Optional.of(VetoTrigger.SECURITY_VULNERABILITIES))
        || rule.mustHave().equals(Optional.of(MustHave.SECURITY_SCAN));
  }

  /** In the middle of what GitHub shows as critical (above 9.0), medium and low. */
  private String score() {
    return switch (rule.severity()) {
      case BLOCK -> "9.5";
      case WARN -> "5.5";
      case INFO -> "2.0";
    };
  }

  private String help() {
    return "Why: %s Expected: %s To fix it: %s"
        .formatted(
            sentence(rule.impact()), sentence(rule.requirement()), sentence(rule.suggestion()));
  }

  private String markdown() {
    StringBuilder page = new StringBuilder();
    page.append("**Why:** ").append(literal(sentence(rule.impact())));
    page.append("\n\n**Wanted:** ").append(literal(sentence(rule.requirement())));
    page.append("\n\n**To fix it:** ").append(literal(sentence(rule.suggestion()))).append('\n');
    rule.example()
        .ifPresent(
            example ->
                page.append("\n**Fails:**\n\n")
                    .append(fence(example.failing()))
                    .append("\n**Passes:**\n\n")
                    .append(fence(example.passing())));
    return page.toString();
  }

  private static String literal(String line) {
    return CONSISTENCY.matcher(line).replaceAll("\\\\$0");
  }

  /** Code that is indented, since no content ends that. */
  private static String fence(String code) {
    List<String> lines = code.stripTrailing().lines().toList();
    return lines.stream().map(line -> "    " + line + "\n").collect(Collectors.joining());
  }
}
