package io.productionguardian.testkit;

import com.google.common.collect.ImmutableMap;
import io.productionguardian.document.Documents;
import io.productionguardian.document.Limits;
import io.productionguardian.document.Node;
import io.productionguardian.document.SourceFile;
import io.productionguardian.policy.Catalog;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Violation;
import java.util.List;
import java.util.Map;

/**
 * Shows what a rule accepts and what it rejects. Immutable; each answer is also held against what
 * any answer must be: the same twice, and at places that are there.
 *
 * <pre>{@code
 * RuleTester.forRule(new OwnerNamed())
 *     .accepts(Epics.approvable())
 *     .rejects(Epics.approvable().remove("implementation", "/service/owner"), "/service");
 * }</pre>
 *
 * @since 0.1.0
 */
public final class RuleTester {

  private final Rule rule;
  private final Settings settings;

  private RuleTester(Rule rule, Settings settings) {
    this.rule = rule;
    this.settings = settings;
  }

  /** Tests a rule with the settings that it has when a policy says nothing. */
  public static RuleTester forRule(Rule rule) {
    return new RuleTester(rule, Settings.standard(rule.info()));
  }

  /**
   * Tests with settings as a policy has them, for instance {@code {"max_seconds": 45}}.
   *
   * @param json an object
   * @throws IllegalArgumentException if the rule has no such setting
   */
  public RuleTester settings(String json) {
    Map<String, Node> stated =
        SourceFile.of("settings.json", json)
            .read(Documents.Format.JSON, Limits.STANDARD)
            .roots()
            .stream()
            .findFirst()
            .<Map<String, Node>>map(Node::members)
            .orElse(ImmutableMap.of());
    return new RuleTester(rule, Settings.of(rule.info(), stated, Catalog.standard()));
  }

  /**
   * The rule finds nothing.
   *
   * @throws AssertionError if it does
   */
  public RuleTester accepts(Epic epic) {
    List<Violation> found = Checks.violations(rule, settings, epic);
    if (!found.isEmpty()) {
      throw Checks.failure(rule, epic, "finds " + described(found) + ", and should find nothing");
    }
    return this;
  }

  /**
   * The rule finds something at this pointer, of whichever file.
   *
   * @param pointer JSON pointer; empty for a whole file or a line of it
   * @throws AssertionError if it does not
   */
  public RuleTester rejects(Epic epic, String pointer) {
    return rejects(epic, pointer, "");
  }

  /**
   * The rule finds something at this pointer, and says these words of it.
   *
   * @param pointer JSON pointer; empty for a whole file or a line of it
   * @param words a part of the message
   * @throws AssertionError if it does not
   */
  public RuleTester rejects(Epic epic, String pointer, String words) {
    List<Violation> found = Checks.violations(rule, settings, epic);
    boolean there =
        found.stream()
            .anyMatch(it -> it.place().pointer().equals(pointer) && it.message().contains(words));
    if (!there) {
      String wanted = "\"" + pointer + "\"" + (words.isEmpty() ? "" : " with \"" + words + "\"");
      throw Checks.failure(
          rule, epic, "finds " + described(found) + ", and should find something at " + wanted);
    }
    return this;
  }

  private static String described(List<Violation> found) {
    return found.isEmpty()
        ? "nothing"
        : found.stream()
            .map(it -> it.place() + " \"" + it.place().pointer() + "\" " + it.message())
            .toList()
            .toString();
  }
}
