package io.productionguardian.promql;

import com.google.common.collect.ImmutableSet;
import java.util.Set;
import org.apiguardian.api.API;

/**
 * What stands between an operator and its right side.
 *
 * @param bool whether a comparison gives 0 or 1 instead of leaving samples out
 * @param on whether the labels are those that must agree; otherwise those that need not
 * @param labels of {@code on} or {@code ignoring}
 * @param many the side of which many samples go with one of the other
 * @param included the labels that are taken over from that one
 */
@API(status = API.Status.INTERNAL, since = "0.1.0")
public record Matching(
    boolean bool, boolean on, Set<String> labels, Many many, Set<String> included) {

  /** Keeps copies. */
  public Matching {
    labels = ImmutableSet.copyOf(labels);
    included = ImmutableSet.copyOf(included);
  }

  /** The side of which many samples go with one of the other. */
  public enum Many {
    NONE,
    LEFT,
    RIGHT
  }

  /** Samples that agree in all labels. */
  static Matching all(boolean bool) {
    return new Matching(bool, false, ImmutableSet.of(), Many.NONE, ImmutableSet.of());
  }
}
