package io.productionguardian.testkit;

import io.productionguardian.document.Document;
import io.productionguardian.document.Document.Limits;
import io.productionguardian.document.Node;
import io.productionguardian.document.SourceFile;
import io.productionguardian.policy.Catalog;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Violation;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;

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
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public final class RuleTester {

  private static final int MOST_EDITS = 100;

  private final Rule rule;
  private final Settings settings;

  private RuleTester(Rule rule, Settings settings) {
    this.rule = rule;
    this.settings = settings;
  }

  /** Tests a rule with the settings that it has when a policy says nothing. */
  public static RuleTester forRule(Rule rule) {
    return new RuleTester(rule, Settings.standard(rule.info()).at(Assessments.TIME));
  }

  /**
   * Tests with settings as a policy has them, for instance {@code {"max_seconds": 45}}.
   *
   * @param json an object
   * @throws IllegalArgumentException if it is no object, or the rule has no such setting
   */
  public RuleTester settings(String json) {
    Document stated =
        SourceFile.of("settings.json", json).read(Document.Format.JSON, Limits.STANDARD);
    Node object =
        stated
            .root()
            .filter(root -> stated.faults().isEmpty() && root.isObject())
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "Expected settings as a JSON object, such as {\"max_seconds\": 45}, got "
                            + json));
    return new RuleTester(
        rule, Settings.of(rule.info(), object.members(), Catalog.standard()).at(Assessments.TIME));
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

  /**
   * The rule's edits make one epic of another, after which the rule is silent. For edits that leave
   * nothing open.
   *
   * @throws AssertionError if they do not, or if the rule asks somebody instead
   */
  public RuleTester mends(Epic before, Epic after) {
    return mends(before, Map.of(), after);
  }

  /**
   * The rule's edits, filled in, make one epic of another, after which the rule is silent. They are
   * applied one after the other, as an agent would, and the rule is asked again after each.
   *
   * @param values a value for each placeholder, by its name
   * @param after the same files; JSON and YAML are compared by what they say
   * @throws AssertionError if they do not, if a value does not fit, or if the rule asks somebody
   *     instead
   */
  public RuleTester mends(Epic before, Map<String, ?> values, Epic after) {
    Epic epic = before;
    List<Violation> found = Checks.violations(rule, settings, epic);
    if (found.isEmpty()) {
      throw Checks.failure(rule, epic, "finds nothing, so there is nothing to fix");
    }
    for (int edits = 0; !found.isEmpty(); edits++) {
      if (edits == MOST_EDITS) {
        throw Checks.failure(rule, epic, "still finds " + described(found) + " after all edits");
      }
      epic = Mended.by(rule, found.get(0), values, epic);
      found = Checks.violations(rule, settings, epic);
    }
    Mended.difference(epic, after)
        .ifPresent(
            file -> {
              throw Checks.failure(rule, before, "makes another " + file + " of it than it should");
            });
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
