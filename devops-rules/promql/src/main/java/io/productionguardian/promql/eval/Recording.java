package io.productionguardian.promql.eval;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import io.productionguardian.promql.Expr;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apiguardian.api.API;

/**
 * What a rule records under a name.
 *
 * @param labels what it adds
 */
@API(status = API.Status.INTERNAL, since = "0.1.0")
public record Recording(String name, Expr expr, Map<String, String> labels) {

  /** Keeps copies. */
  public Recording {
    labels = ImmutableMap.copyOf(labels);
  }

  List<Sample> of(List<Sample> results) {
    return results.stream()
        .map(
            sample -> {
              TreeMap<String, String> all = new TreeMap<>(sample.labels());
              all.putAll(labels);
              all.put(Sample.NAME, name);
              return new Sample(ImmutableSortedMap.copyOf(all), sample.value());
            })
        .toList();
  }
}
