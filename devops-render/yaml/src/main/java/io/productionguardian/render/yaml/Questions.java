package io.productionguardian.render.yaml;

import com.google.common.base.Strings;
import io.productionguardian.model.Service;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Writes questions to Prometheus. */
final class Questions {

  private Questions() {}

  private static final JsonMapper JSON = new JsonMapper();

  /** The names of alerts, as a list in JSON. */
  static String list(List<String> alerts) {
    return JSON.writeValueAsString(alerts);
  }

  /** How many of these alerts fire; 0 when none does. */
  static String firing(List<String> alerts) {
    return alerts.stream()
        .map(name -> "ALERTS{alertstate=\"firing\",alertname=" + text(name) + "}")
        .collect(Collectors.joining(" or ", "count(", ") or vector(0)"));
  }

  /** 0 when Prometheus measures a group of rules that can be the service's, or else 1. */
  static String notLoaded(Service service) {
    return "absent(prometheus_rule_group_rules{rule_group=~%s}) or vector(0)"
        .formatted(text(".*(alerts[.]ya?ml;|" + service.name() + ").*"));
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
