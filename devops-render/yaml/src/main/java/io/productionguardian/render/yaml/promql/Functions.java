package io.productionguardian.render.yaml.promql;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.List;

/** The functions that Prometheus has, and what they take. */
final class Functions {

  /** By name: a letter for each argument (v r s t), those behind the bar may be left out. */
  private static final ImmutableMap<String, String> TAKES = takes();

  private static final ImmutableSet<String> SCALARS = ImmutableSet.of("time", "pi", "scalar");

  private Functions() {}

  static boolean isOne(String name) {
    return TAKES.containsKey(name);
  }

  static Expr.Type gives(String name) {
    return SCALARS.contains(name) ? Expr.Type.SCALAR : Expr.Type.VECTOR;
  }

  /** Whether the function can be called with these. */
  static boolean fits(String name, List<Expr> arguments) {
    String takes = TAKES.getOrDefault(name, "");
    boolean repeats = takes.endsWith("*");
    String letters = takes.replace("|", "").replace("*", "");
    int least = takes.contains("|") ? takes.indexOf('|') : letters.length();
    if (arguments.size() < least || (arguments.size() > letters.length() && !repeats)) {
      return false;
    }
    for (int i = 0; i < arguments.size(); i++) {
      char wanted = letters.charAt(Math.min(i, letters.length() - 1));
      if (letter(arguments.get(i).type()) != wanted) {
        return false;
      }
    }
    return true;
  }

  private static char letter(Expr.Type type) {
    return switch (type) {
      case SCALAR -> 's';
      case VECTOR -> 'v';
      case RANGE -> 'r';
      case TEXT -> 't';
    };
  }

  private static ImmutableMap<String, String> takes() {
    ImmutableMap.Builder<String, String> takes = ImmutableMap.builder();
    put(
        takes,
        "v",
        "abs absent acos acosh asin asinh atan atanh ceil cos cosh deg exp floor histogram_avg"
            + " histogram_count histogram_stddev histogram_stdvar histogram_sum ln log10 log2 rad"
            + " scalar sgn sin sinh sort sort_desc sqrt tan tanh timestamp");
    put(
        takes,
        "r",
        "absent_over_time avg_over_time changes count_over_time delta deriv idelta increase irate"
            + " last_over_time max_over_time min_over_time present_over_time rate resets"
            + " stddev_over_time stdvar_over_time sum_over_time");
    put(takes, "|v", "day_of_month day_of_week day_of_year days_in_month hour minute month year");
    put(takes, "", "pi time");
    put(takes, "vs", "clamp_max clamp_min");
    put(takes, "vss", "clamp");
    put(takes, "v|s", "round");
    put(takes, "s", "vector");
    put(takes, "sv", "histogram_quantile");
    put(takes, "ssv", "histogram_fraction");
    put(takes, "sr", "quantile_over_time");
    put(takes, "rs", "predict_linear");
    put(takes, "rss", "holt_winters");
    put(takes, "vtttt", "label_replace");
    put(takes, "vtt|t*", "label_join");
    return takes.buildOrThrow();
  }

  private static void put(ImmutableMap.Builder<String, String> to, String takes, String names) {
    Splitter.on(' ').split(names).forEach(name -> to.put(name, takes));
  }
}
