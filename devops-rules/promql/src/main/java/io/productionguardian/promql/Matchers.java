package io.productionguardian.promql;

import com.google.common.collect.ImmutableList;
import io.productionguardian.promql.LabelMatcher.Op;
import java.util.LinkedHashSet;
import java.util.Set;

/** What one selector asks for. */
final class Matchers {

  private static final String NAME = "__name__";

  private final int start;
  private final ImmutableList.Builder<LabelMatcher> matchers = ImmutableList.builder();
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
    matchers.add(new LabelMatcher(NAME, Op.EQUAL, name));
    asksForSomething |= !name.isEmpty();
  }

  /**
   * What a label must be.
   *
   * @return whether Prometheus 2.42 does not know how it is written
   */
  boolean add(Token label, Op op, Token value) throws Refused {
    boolean newer = false;
    boolean matchesEmpty = value.text().isEmpty();
    if (op.isRegex()) {
      Regex regex = Regex.of(value);
      newer = regex.isNewer();
      matchesEmpty = regex.matchesEmpty();
    }
    asksForSomething |= matchesEmpty == op.isNegative();
    if (label.text().equals(NAME)) {
      refuseTwoNames(named);
      namedByLabel = true;
      if (op == Op.EQUAL) {
        metrics.add(value.text());
      }
    }
    matchers.add(new LabelMatcher(label.text(), op, value.text()));
    return newer;
  }

  /** The selector, once all is added; the names that it asks for are added to others. */
  Expr.Selector selector(Set<String> names) throws Refused {
    if (!asksForSomething) {
      throw new Refused("a selector that asks for nothing", start);
    }
    metrics.remove("");
    names.addAll(metrics);
    return new Expr.Selector(matchers.build());
  }

  private void refuseTwoNames(boolean two) throws Refused {
    if (two) {
      throw new Refused("a selector with two metric names", start);
    }
  }
}
