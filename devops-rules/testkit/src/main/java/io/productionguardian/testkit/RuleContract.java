package io.productionguardian.testkit;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.productionguardian.rule.AppliesBy;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Violation;
import io.productionguardian.testkit.Epic.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

/**
 * What every rule must keep to. Extend it, return your rules, and inherit the tests:
 *
 * <pre>{@code
 * class OwnerNamedContract extends RuleContract {
 *   @Override
 *   protected Stream<Rule> rules() {
 *     return Stream.of(new OwnerNamed());
 *   }
 * }
 * }</pre>
 *
 * @since 0.1.0
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public abstract class RuleContract {

  /** Any will do; always the same, so that a failure comes back. */
  private static final long SEED = 25;

  private static final int MOST_CHANGES = 4;

  private static final Pattern LINE_AND_COLUMN = Pattern.compile(":[0-9]+:[0-9]+");

  /** For whoever extends it. */
  protected RuleContract() {}

  /** The rules under contract; new ones at each call, so that one that keeps state is caught. */
  protected abstract Stream<? extends Rule> rules();

  /**
   * Epics of which the rule must refuse at least one. A rule that asks for something refuses an
   * epic without it, so these are the approvable epic without each of its parts; override it for a
   * rule that refuses what must not be there.
   *
   * @param rule one of {@link #rules()}
   */
  protected Stream<Epic> offending(Rule rule) {
    return Epics.withoutEachPart();
  }

  /**
   * An epic on which the rule must be silent; the approvable one, unless it is overridden.
   *
   * @param rule one of {@link #rules()}
   */
  protected Epic accepted(Rule rule) {
    return Epics.approvable();
  }

  /** On how many generated epics each rule is tried; 100, unless it is overridden. */
  protected int tries() {
    return 100;
  }

  /** A test for each promise of each rule. */
  @TestFactory
  Stream<DynamicContainer> keepsTheContract() {
    List<Epic> generated = generated();
    return Promises.of(
        "rule",
        rules(),
        rule -> rule.info().id(),
        rule ->
            Stream.of(
                dynamicTest("its metadata is complete", () -> metadataIsComplete(rule)),
                Promises.isPure(Checks.id(rule), rule),
                dynamicTest("it accepts the approvable epic", () -> accepts(rule)),
                dynamicTest("it is not vacuous", () -> isNotVacuous(rule)),
                dynamicTest("it keeps no state", () -> keepsNoState(rule, generated)),
                dynamicTest("it does not mind the order", () -> doesNotMindTheOrder(rule)),
                dynamicTest("a machine can apply its edits", () -> machineMends(rule, generated))));
  }

  private List<Epic> generated() {
    SplittableRandom random = new SplittableRandom(SEED);
    return IntStream.range(0, tries())
        .mapToObj(
            n -> {
              Epic epic = Epics.approvable();
              for (int i = random.nextInt(MOST_CHANGES) + 1; i > 0; i--) {
                epic = Change.random(random).applyTo(epic);
              }
              return epic;
            })
        .toList();
  }

  /** The texts are checked where they are set; whether they are the same again is not. */
  private static void metadataIsComplete(Rule rule) {
    RuleInfo info = rule.info();
    if (!info.equals(rule.info())) {
      throw new AssertionError(Checks.id(rule) + " has other metadata at the second call");
    }
    info.params().stream()
        .filter(param -> param.description().isBlank())
        .forEach(
            param -> {
              throw new AssertionError(
                  Checks.id(rule) + " does not say what its setting " + param.name() + " does");
            });
  }

  private void accepts(Rule rule) {
    RuleTester.forRule(rule).accepts(accepted(rule));
  }

  private void isNotVacuous(Rule rule) {
    if (offending(rule).allMatch(epic -> found(rule, epic).isEmpty())) {
      throw new AssertionError(
          Checks.id(rule)
              + " never speaks: it accepts the approvable epic without any one of its parts; if it"
              + " refuses something else, override offending()");
    }
  }

  /** Asks one in one order, and another one in the other. */
  private void keepsNoState(Rule rule, List<Epic> epics) {
    Rule one = another(rule);
    Rule other = another(rule);
    List<List<Violation>> forth = epics.stream().map(epic -> found(one, epic)).toList();
    for (int i = epics.size() - 1; i >= 0; i--) {
      List<Violation> again = found(other, epics.get(i));
      if (!again.equals(forth.get(i))) {
        throw Checks.failure(
            rule,
            epics.get(i),
            "says " + forth.get(i) + " at one time, and " + again + " at another");
      }
    }
  }

  /** One that was not asked yet, where {@link #rules()} makes new ones. */
  private Rule another(Rule rule) {
    return rules()
        .filter(it -> it.info().id().equals(rule.info().id()))
        .findFirst()
        .orElseThrow(() -> new AssertionError(Checks.id(rule) + " is gone at the second call"));
  }

  /** Members that stand the other way round mean the same. */
  private void doesNotMindTheOrder(Rule rule) {
    List<Epic> epics = new ArrayList<>(List.of(accepted(rule)));
    offending(rule).filter(epic -> !found(rule, epic).isEmpty()).limit(3).forEach(epics::add);
    for (Epic epic : epics) {
      Set<String> before = said(rule, epic);
      Set<String> after = said(rule, epic.reversed());
      if (!before.equals(after)) {
        throw Checks.failure(
            rule, epic, "says " + before + ", but with members the other way round " + after);
      }
    }
  }

  /** What a machine may do fits, and takes the finding away. */
  private void machineMends(Rule rule, List<Epic> generated) {
    Stream.concat(offending(rule), generated.stream())
        .forEach(
            epic ->
                found(rule, epic).stream()
                    .filter(RuleContract::isForMachines)
                    .forEach(
                        violation -> {
                          Epic fixed = Mended.by(rule, violation, Map.of(), epic);
                          if (found(rule, fixed).contains(violation)) {
                            throw Checks.failure(
                                rule, epic, "says the same after its own edit: " + violation);
                          }
                        }));
  }

  private static boolean isForMachines(Violation violation) {
    return violation
        .remedy()
        .filter(remedy -> remedy.appliesBy().equals(AppliesBy.MACHINE))
        .isPresent();
  }

  /** Without lines and columns, which the order changes, also where a message names them. */
  private static Set<String> said(Rule rule, Epic epic) {
    return found(rule, epic).stream()
        .map(it -> it.place().file() + it.place().pointer() + " " + it.message())
        .map(it -> LINE_AND_COLUMN.matcher(it).replaceAll(""))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<Violation> found(Rule rule, Epic epic) {
    return Checks.violations(rule, Settings.standard(rule.info()).at(Assessments.TIME), epic);
  }
}
