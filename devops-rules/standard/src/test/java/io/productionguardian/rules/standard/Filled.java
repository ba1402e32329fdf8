package io.productionguardian.rules.standard;

import io.productionguardian.model.Placeholder;
import io.productionguardian.rule.Remedy;
import io.productionguardian.testkit.Epic;
import java.math.BigDecimal;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Edits as their readers apply them. */
final class Filled {

  /** What fits the complete epic, which has a runbook for this alert and metrics of its own. */
  private static final Map<String, String> KNOWN =
      Map.of("condition", "up == 0", "alert_name", "HealthCheckDown");

  private Filled() {}

  /** With what a service of its own would say. */
  static Epic honestly(Epic epic, Remedy.Edit edit) {
    return apply(epic, edit, Filled::own);
  }

  /** With the examples, as somebody does who does not look. */
  static Epic blindly(Epic epic, Remedy.Edit edit) {
    return apply(epic, edit, Placeholder::example);
  }

  private static String own(Placeholder open) {
    return KNOWN.containsKey(open.name())
        ? KNOWN.get(open.name())
        : open.example().replace("example", "billing").replace("Example", "Billing");
  }

  private static Epic apply(Epic epic, Remedy.Edit edit, Function<Placeholder, String> say) {
    Map<String, Object> values =
        edit.placeholders().stream()
            .collect(Collectors.toMap(Placeholder::name, open -> typed(open, say.apply(open))));
    return Epic.of(edit.fill(values).applyTo(epic.snapshot()));
  }

  private static Object typed(Placeholder open, String value) {
    return switch (open.type()) {
      case TEXT -> value;
      case INTEGER, NUMBER -> new BigDecimal(value);
      case BOOLEAN -> Boolean.valueOf(value);
    };
  }
}
