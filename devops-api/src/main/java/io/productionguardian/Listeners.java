package io.productionguardian;

import com.google.common.collect.ImmutableList;
import io.productionguardian.rule.RuleInfo;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** The listeners of a guardian, each with its clock; nobody else asks for the time. */
record Listeners(List<Timed> all) {

  Listeners {
    all = ImmutableList.copyOf(all);
  }

  /** A listener and what tells it the time, nanoseconds. */
  record Timed(RuleListener listener, LongSupplier nanoTime) {}

  <T> List<T> around(RuleInfo rule, Supplier<List<T>> run) {
    if (all.isEmpty()) {
      return run.get();
    }
    long[] started = new long[all.size()];
    for (int i = 0; i < started.length; i++) {
      all.get(i).listener().started(rule);
      started[i] = all.get(i).nanoTime().getAsLong();
    }
    List<T> found = run.get();
    for (int i = 0; i < started.length; i++) {
      Timed one = all.get(i);
      one.listener()
          .finished(
              rule,
              found.size(),
              Duration.ofNanos(Math.max(0, one.nanoTime().getAsLong() - started[i])));
    }
    return found;
  }
}
