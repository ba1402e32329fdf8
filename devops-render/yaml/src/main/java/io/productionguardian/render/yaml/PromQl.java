package io.productionguardian.render.yaml;

import com.google.common.base.Strings;
import io.productionguardian.model.Alert;
import java.util.List;
import java.util.stream.Collectors;

/** Writes questions to Prometheus. */
final class PromQl {

  private PromQl() {}

  /** How many of these alerts fire; 0 when none does. */
  static String firing(List<Alert> alerts) {
    return alerts.stream()
        .map(Alert::name)
        .distinct()
        .map(name -> "ALERTS{alertstate=\"firing\",alertname=" + text(name) + "}")
        .collect(Collectors.joining(" or ", "count(", ") or vector(0)"));
  }

  /** A text in quotes; what is neither letter, digit nor {@code _ -} as an escape. */
  static String text(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            c -> {
              if (isPlain(c)) {
                quoted.append((char) c);
              } else {
                boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
                quoted.append("\\U").append(hex(surrogate ? 0xFFFD : c));
              }
            });
    return quoted.append('"').toString();
  }

  private static String hex(int c) {
    return Strings.padStart(Integer.toHexString(c), 8, '0');
  }

  private static boolean isPlain(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '_'
        || c == '-'
        || c == ' ';
  }
}
