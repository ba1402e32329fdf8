package io.productionguardian.rules.standard.checklist;

import io.productionguardian.rules.standard.RuleCase;
import java.util.List;

/** What the rules of this package refuse, beside what they accept. */
public final class ChecklistCases {

  public static final List<RuleCase> ALL = List.of();

  private ChecklistCases() {}
}
