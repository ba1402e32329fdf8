package io.productionguardian.promql.eval;

import com.google.common.collect.ImmutableSortedMap;
import java.math.BigDecimal;
import java.util.NavigableMap;
import org.apiguardian.api.API;

/**
 * A series that changes by the same amount from sample to sample.
 *
 * @param labels its labels, among them its name as {@code __name__}
 * @param first the first sample, at the time 0
 * @param step by how much each is more than the one before
 */
@API(status = API.Status.INTERNAL, since = "0.1.0")
public record Series(NavigableMap<String, String> labels, BigDecimal first, BigDecimal step) {

  /** Keeps copies. */
  public Series {
    labels = ImmutableSortedMap.copyOfSorted(labels);
  }

  double at(long index) {
    return first.add(step.multiply(BigDecimal.valueOf(index))).doubleValue();
  }
}
