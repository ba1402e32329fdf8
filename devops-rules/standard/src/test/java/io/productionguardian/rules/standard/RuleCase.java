package io.productionguardian.rules.standard;

import io.productionguardian.testkit.Epic;
import io.productionguardian.testkit.Epics;

/**
 * A fault, the rule that must name it, and a twin without the fault on which it must be silent.
 *
 * @param rule the rule's id
 * @param epic the epic with the fault
 * @param place where the rule must see it: a file, or {@code file:line:column}
 * @param words what the finding must say
 * @param twin the fixed epic
 */
public record RuleCase(String rule, Epic epic, String place, String words, Epic twin) {

  /** A fault in the complete epic, which is its twin. */
  public static RuleCase refused(String rule, Epic epic, String place, String words) {
    return new RuleCase(rule, epic, place, words, Epics.approvable());
  }

  /** The same fault beside another twin. */
  public RuleCase beside(Epic fixed) {
    return new RuleCase(rule, epic, place, words, fixed);
  }

  @Override
  public String toString() {
    return rule + " " + words;
  }
}
