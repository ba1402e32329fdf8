package io.productionguardian.rules.standard.secrets;

import io.productionguardian.rules.standard.RuleCase;
import java.util.List;

/** What the rules of this package refuse, beside what they accept. */
public final class SecretsCases {

  public static final List<RuleCase> ALL = List.of();

  private SecretsCases() {}
}
