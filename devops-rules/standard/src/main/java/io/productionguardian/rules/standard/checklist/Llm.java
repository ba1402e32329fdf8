package io.productionguardian.rules.standard.checklist;

import io.productionguardian.dossier.Sourced;
import io.productionguardian.policy.Catalog;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whether variables lead to the shared language model. */
final class Llm {

  private static final Pattern VARIABLE =
      Pattern.compile("(?i)(.*_)?LLM_(API_)?(BASE_)?(URL|URI|HOST|ENDPOINT|MODEL)");
  private static final Pattern ELSEWHERE =
      Pattern.compile(
          "(?i)\\w+://(?!localhost|127\\.|0\\.0\\.0\\.0|host\\.docker)[\\w-]+\\.[\\w.-]+.*");

  private Llm() {}

  /** The first variable that leads there. */
  static Optional<Sourced<String>> use(Map<String, Sourced<String>> variables, Catalog.Llm llm) {
    if (variables.isEmpty()) {
      return Optional.empty();
    }
    Pattern host = Pattern.compile("(?<![\\w.-])" + Pattern.quote(llm.host()) + "(?![\\w.-])");
    Optional<Sourced<String>> named =
        variables.values().stream().filter(fact -> host.matcher(fact.value()).find()).findFirst();
    boolean elsewhere =
        variables.entrySet().stream()
            .filter(entry -> VARIABLE.matcher(entry.getKey()).matches())
            .anyMatch(entry -> ELSEWHERE.matcher(entry.getValue().value()).matches());
    return named.isPresent() || elsewhere
        ? named
        : variables.entrySet().stream()
            .filter(
                entry ->
                    VARIABLE.matcher(entry.getKey()).matches()
                        || entry.getKey().equals(llm.modelVariable()))
            .filter(entry -> !entry.getValue().value().isBlank())
            .map(Map.Entry::getValue)
            .findFirst();
  }
}
