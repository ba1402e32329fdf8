package io.productionguardian.rules.standard.promql;

import com.google.common.collect.ImmutableSet;
import java.util.LinkedHashSet;
import java.util.Set;

/** What one selector asks for. */
final class Matchers {

  static final ImmutableSet<String> OPERATORS = ImmutableSet.of("=", "!=", "=~", "!~");

  private static final String NAME = "__name__";

  private final int start;
  private final Set<String> metrics = new LinkedHashSet<>();
  private boolean named;
  private boolean namedByLabel;
  private boolean asksForSomething;

  /** The matchers of a selector that starts there. */
  Matchers(int start) {
    this.start = start;
  }

  /** The name of the metric, where it is no label's value. */
  void name(String name) throws Refused {
    refuseTwoNames(named || namedByLabel);
    named = true;
    metrics.add(name);
    asksForSomething |= !name.isEmpty();
  }

  /**
   * What a label must be.
   *
   * @return whether Prometheus 2.42 does not know how it is written
   */
  boolean add(Token label, Token operator, Token value) throws Refused {
    boolean newer = false;
    boolean matchesEmpty = value.text().isEmpty();
    if (operator.text().endsWith("~")) {
      Regex regex = Regex.of(value);
      newer = regex.isNewer();
      matchesEmpty = regex.matchesEmpty();
    }
    asksForSomething |= matchesEmpty == operator.text().startsWith("!");
    if (label.text().equals(NAME)) {
      refuseTwoNames(named);
      namedByLabel = true;
      if (operator.isSign("=")) {
        metrics.add(value.text());
      }
    }
    return newer;
  }

  /** The names that are asked for, once all is added. */
  Set<String> metrics() throws Refused {
    if (!asksForSomething) {
      throw new Refused("a selector that asks for nothing", start);
    }
    metrics.remove("");
    return metrics;
  }

  private void refuseTwoNames(boolean two) throws Refused {
    if (two) {
      throw new Refused("a selector with two metric names", start);
    }
  }
}
