package io.productionguardian.render.markdown;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.productionguardian.model.MustHave;
import io.productionguardian.rule.RuleInfo;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/**
 * Writes a page for each rule and an index, from what the rules say of themselves.
 *
 * @since 0.1.0
 */
@API(status = API.Status.INTERNAL, since = "0.1.0")
public final class RulePages {

  /** The index's name. */
  public static final String INDEX = "README.md";

  private RulePages() {}

  /** The pages by their names, the index among them. */
  public static Map<String, String> of(List<RuleInfo> rules) {
    ImmutableMap.Builder<String, String> pages = ImmutableMap.builder();
    pages.put(INDEX, index(rules));
    rules.forEach(rule -> pages.put(rule.id() + ".md", page(rule)));
    return pages.buildOrThrow();
  }

  private static String index(List<RuleInfo> rules) {
    Page page = Page.titled("Rules");
    page.paragraph(
        rules.size()
            + " rules judge a release. `block` vetoes, `warn` is reported, `info` is for the record.");
    Map<RuleInfo.Concern, List<RuleInfo>> byConcern =
        rules.stream()
            .collect(
                Collectors.groupingBy(
                    RuleInfo::concern, java.util.TreeMap::new, Collectors.toList()));
    byConcern.forEach(
        (concern, them) -> {
          String name = concern.name().toLowerCase(Locale.ROOT);
          page.section(name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1));
          page.block(
              Markdown.table(
                  ImmutableList.of("Rule", "Severity", "Stands for", "What must be so"),
                  them.stream()
                      .<List<String>>map(
                          rule ->
                              ImmutableList.of(
                                  "[" + rule.id() + "](" + rule.id() + ".md)",
                                  rule.severity().wireName(),
                                  standsFor(rule),
                                  Markdown.text(rule.summary())))
                      .toList()));
        });
    return page.toString();
  }

  private static String page(RuleInfo rule) {
    Page page = Page.titled(rule.id());
    page.paragraph(Markdown.text(rule.summary()));
    ImmutableList.Builder<String> items = ImmutableList.builder();
    items.add("Severity: `" + rule.severity().wireName() + "`");
    rule.trigger().ifPresent(it -> items.add("Veto trigger: " + Markdown.text(it.words())));
    rule.mustHave().ifPresent(it -> items.add("Must-have: " + Markdown.text(it.words())));
    items.add("Why: " + Markdown.text(rule.impact()));
    items.add("Expected: " + Markdown.text(rule.requirement()));
    items.add("To fix it: " + Markdown.text(rule.suggestion()));
    items.add("Action: `" + rule.action() + "`");
    items.add(rule.waivable() ? "A policy may waive it for an epic" : "No policy may waive it");
    page.list(items.build());
    rule.example()
        .ifPresent(
            example -> {
              page.section("Fails");
              page.block(
                  Markdown.fence("text", example.failing().stripTrailing().lines().toList()));
              page.section("Passes");
              page.block(
                  Markdown.fence("text", example.passing().stripTrailing().lines().toList()));
            });
    if (!rule.params().isEmpty()) {
      page.section("Settings");
      page.block(
          Markdown.table(
              ImmutableList.of("Setting", "Unless it is set", "What it does"),
              rule.params().stream()
                  .<List<String>>map(
                      param ->
                          ImmutableList.of(
                              Markdown.text(param.name()),
                              Markdown.text(param.standard().toString())
                                  + (param.choices().isEmpty()
                                      ? ""
                                      : " (of " + String.join(", ", param.choices()) + ")"),
                              Markdown.text(param.description())))
                  .toList()));
    }
    return page.toString();
  }

  private static String standsFor(RuleInfo rule) {
    return rule.trigger()
        .map(trigger -> trigger.name().toLowerCase(Locale.ROOT))
        .or(() -> rule.mustHave().map(MustHave::wireName))
        .orElse("");
  }
}
