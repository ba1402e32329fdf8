package io.productionguardian.promql.eval;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import org.apiguardian.api.API;

/**
 * Series, and what fires with them.
 *
 * @param interval the time between two samples, seconds
 * @param time when it is looked at, seconds
 * @param alerts what fires then, by its labels
 */
@API(status = API.Status.INTERNAL, since = "0.1.0")
public record Scenario(
    int interval,
    List<Series> series,
    long time,
    Map<NavigableMap<String, String>, Condition> alerts) {

  /** Keeps copies. */
  public Scenario {
    series = ImmutableList.copyOf(series);
    alerts = ImmutableMap.copyOf(alerts);
  }

  /** The time between two evaluations of all rules, seconds. */
  public static final int EVALUATION = 60;
}
