package io.productionguardian.rules.standard.checklist;

import io.productionguardian.document.Node;
import io.productionguardian.dossier.Deployed.Container;
import io.productionguardian.dossier.Dossier;
import io.productionguardian.dossier.Sourced;
import io.productionguardian.model.Severity;
import io.productionguardian.policy.Catalog;
import io.productionguardian.rule.AppliesBy;
import io.productionguardian.rule.Remedy;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Template;
import io.productionguardian.rule.Violation;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A service that uses the language model asks for the model that is loaded. */
public final class LlmModel implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of("llm-model", Severity.BLOCK, RuleInfo.Concern.CHECKLIST)
          .summary("A service that uses the language model asks for the model that is loaded.")
          .impact("llm-api refuses each request for a model that it has not loaded")
          .requirement("LLM_MODEL is the model of the catalog")
          .suggestion("Set LLM_MODEL=qwen2.5:7b")
          .action("set_llm_model")
          .example(
              "LLM_URL: http://llm-api:8000", "LLM_URL: http://llm-api:8000\nLLM_MODEL: qwen2.5:7b")
          .build();

  private static final Pattern REFERENCE =
      Pattern.compile("\\$(\\w+|\\{\\w+(:?[-=](?<standard>[^}]*)|:?[?+][^}]*)?})");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Dossier dossier, Settings settings) {
    return settings.catalog().llm().stream()
        .flatMap(
            llm ->
                Variables.of(dossier)
                    .flatMap(them -> violation(dossier, settings.catalog(), llm, them)))
        .toList();
  }

  private static Stream<Violation> violation(
      Dossier dossier, Catalog catalog, Catalog.Llm llm, Variables variables) {
    Optional<Sourced<String>> use = Llm.use(variables.values(), llm);
    if (use.isEmpty()) {
      return Stream.of();
    }
    Sourced<String> model = variables.values().get(llm.modelVariable());
    if (model == null) {
      return mayComeFromElsewhere(variables, llm.modelVariable())
          ? Stream.of()
          : Stream.of(missing(dossier, llm, use.get()));
    }
    if (isModel(model.value(), llm)) {
      return Stream.of();
    }
    Violation violation =
        Violation.at(
            model.place(), llm.modelVariable() + " is not " + llm.model() + ", which is loaded");
    return Stream.of(
        Variables.replace(dossier, catalog, llm.modelVariable(), model, model.value(), llm.model())
            .map(violation::remedy)
            .orElse(violation));
  }

  /** A reference without a standard value may turn out to be anything. */
  private static boolean isModel(String value, Catalog.Llm llm) {
    Matcher reference = REFERENCE.matcher(value.strip());
    return reference.matches()
        ? Optional.ofNullable(reference.group("standard")).orElse(llm.model()).equals(llm.model())
        : value.strip().equals(llm.model());
  }

  /** Whether a file of variables, a secret or the shell may set it. */
  private static boolean mayComeFromElsewhere(Variables variables, String variable) {
    return variables.container().map(Container::node).stream()
        .anyMatch(
            node ->
                node.get("env_file").isPresent()
                    || node.get("envFrom").isPresent()
                    || passesOn(node.get("environment"), variable)
                    || passesOn(node.get("env"), variable));
  }

  private static boolean passesOn(Optional<Node> variables, String variable) {
    return variables
        .filter(
            node ->
                node.members().containsKey(variable)
                    || node.texts().contains(variable)
                    || node.items().stream()
                        .flatMap(item -> item.get("name").stream())
                        .anyMatch(name -> name.text().equals(Optional.of(variable))))
        .isPresent();
  }

  private static Violation missing(Dossier dossier, Catalog.Llm llm, Sourced<String> use) {
    Violation violation =
        Violation.at(
            use.place(), "The language model is used, and " + llm.modelVariable() + " is not set");
    return Variables.roots(dossier, use.node()) == 1
        ? violation.remedy(beside(use, llm.modelVariable(), llm.model()))
        : violation;
  }

  /** Adds a variable beside another, in the form that the other has. */
  private static Remedy beside(Sourced<String> other, String name, String value) {
    String pointer = other.place().pointer();
    String parent = pointer.substring(0, pointer.lastIndexOf('/'));
    if (!other.node().scalar().equals(Optional.of(other.value()))) {
      return Remedy.add(
          AppliesBy.MACHINE,
          other.node().file(),
          parent + "/-",
          Template.json("%s", name + "=" + value));
    }
    if (parent.matches(".*/env/[0-9]+")) {
      return Remedy.add(
          AppliesBy.MACHINE,
          other.node().file(),
          parent.substring(0, parent.lastIndexOf('/')) + "/-",
          Template.json("{\"name\": %s, \"value\": %s}", name, value));
    }
    return Remedy.add(
        AppliesBy.MACHINE, other.node().file(), parent + "/" + name, Template.json("%s", value));
  }
}
