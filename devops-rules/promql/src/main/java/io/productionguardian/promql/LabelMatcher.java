package io.productionguardian.render.yaml.promql;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * What a label of a series must be; one that is not there is empty.
 *
 * @param label the label's name
 * @param operator {@code =}, {@code !=}, {@code =~} or {@code !~}
 * @param value a text or a pattern of the whole
 */
record LabelMatcher(String label, String operator, String value) {

  private static final int LONGEST_PATTERN = 1_000;

  /** Forms that Java knows and Prometheus does not, or that have no bound. */
  private static final Pattern NOT_RE2 =
      Pattern.compile("\\(\\?(=|!|<|>)|\\\\[1-9k]|(?<![\\\\\\[])[*+?}]\\+|\\{[0-9]{4,}");

  boolean matches(String text) {
    return switch (operator) {
      case "=" -> text.equals(value);
      case "!=" -> !text.equals(value);
      case "=~" -> whole(text);
      default -> !whole(text);
    };
  }

  boolean isPattern() {
    return operator.endsWith("~");
  }

  /** Whether Prometheus takes it. */
  boolean isValid() {
    return !isPattern() || pattern().isPresent();
  }

  private boolean whole(String text) {
    return pattern().filter(pattern -> pattern.matcher(text).matches()).isPresent();
  }

  private Optional<Pattern> pattern() {
    if (value.length() > LONGEST_PATTERN || NOT_RE2.matcher(value).find()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Pattern.compile(value.replace("(?P<", "(?<")));
    } catch (PatternSyntaxException e) {
      return Optional.empty();
    }
  }
}
