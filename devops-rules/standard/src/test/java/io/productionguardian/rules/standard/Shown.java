package io.productionguardian.rules.standard;

import io.productionguardian.rule.Remedy;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Violation;
import io.productionguardian.testkit.Epic;
import java.util.List;

/** What a rule finds, where, and how it is fixed, in one line each. */
public final class Shown {

  private Shown() {}

  /** {@code line:column/pointer change/pointer content}, of one file. */
  public static List<String> of(Rule rule, Epic epic, String file) {
    return rule.check(epic.dossier(), Settings.standard(rule.info())).stream()
        .filter(violation -> violation.place().file().equals(file))
        .map(Shown::line)
        .toList();
  }

  private static String line(Violation violation) {
    return violation.place().line()
        + ":"
        + violation.place().column()
        + violation.place().pointer()
        + " "
        + violation.remedy().map(Shown::line).orElse("-");
  }

  private static String line(Remedy remedy) {
    if (remedy instanceof Remedy.Ask ask) {
      return "ask " + ask.appliesBy().wireName() + ": " + ask.what();
    }
    String kind = remedy.kind().wireName();
    Object pointer = remedy.members().getOrDefault("pointer", "");
    return kind.substring(kind.startsWith("replace_line") ? "replace_".length() : 0)
            .replaceAll("_(member|value|file)", "")
        + pointer
        + " "
        + remedy.members().getOrDefault("value", "");
  }
}
