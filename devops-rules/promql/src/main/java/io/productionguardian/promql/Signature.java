package io.productionguardian.promql;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a function takes and gives.
 *
 * @param arguments their types; the last holds for all that follow
 * @param least how many arguments are needed
 * @param most how many are allowed
 * @param result what it gives
 * @param newer whether Prometheus 2.42 does not know it
 */
record Signature(List<Type> arguments, int least, int most, Type result, boolean newer) {

  Signature {
    arguments = ImmutableList.copyOf(arguments);
  }

  /** Functions that give a sample for each sample of their first argument, without new labels. */
  static final Set<String> ONE_FOR_ONE =
      ImmutableSet.copyOf(
          """
          abs acos acosh asin asinh atan atanh ceil clamp_max clamp_min cos cosh day_of_month
          day_of_week day_of_year days_in_month deg exp floor hour ln log10 log2 minute month rad
          round sgn sin sinh sort sort_desc sqrt tan tanh timestamp year"""
              .split("\\s"));

  /**
   * The functions, those first that are called alike.
   *
   * <p>A line has the types of the arguments by their initials (Vector, Range, Number, String, or
   * none), with {@code ?} when the last may be missing and {@code *} when it may be missing or
   * repeated; then the type of the result; then names.
   */
  private static final String KNOWN_TO_242 =
      """
      - n pi time
      n v vector
      nnv v histogram_fraction
      nr v quantile_over_time
      nv v histogram_quantile
      r v absent_over_time avg_over_time changes count_over_time delta deriv idelta increase irate
      r v last_over_time max_over_time min_over_time present_over_time rate resets stddev_over_time
      r v stdvar_over_time sum_over_time
      rn v predict_linear
      rnn v holt_winters
      v n scalar
      v v abs absent acos acosh asin asinh atan atanh ceil cos cosh deg exp floor histogram_count
      v v histogram_sum ln log10 log2 rad sgn sin sinh sort sort_desc sqrt tan tanh timestamp
      v? v day_of_month day_of_week day_of_year days_in_month hour minute month year
      vn v clamp_max clamp_min
      vn? v round
      vnn v clamp
      vsss* v label_join
      vssss v label_replace
      """;

  private static final String NEWER =
      """
      - n end range start step
      r v first_over_time mad_over_time ts_of_first_over_time ts_of_last_over_time
      r v ts_of_max_over_time ts_of_min_over_time
      rnn v double_exponential_smoothing
      v v histogram_avg histogram_stddev histogram_stdvar
      vs* v sort_by_label sort_by_label_desc
      vsn* v histogram_quantiles
      vv? v info
      """;

  private static final ImmutableMap<String, Signature> BY_NAME =
      Stream.concat(
              KNOWN_TO_242.lines().map(line -> read(line, false)),
              NEWER.lines().map(line -> read(line, true)))
          .flatMap(group -> group.entrySet().stream())
          .collect(ImmutableMap.toImmutableMap(entry -> entry.getKey(), entry -> entry.getValue()));

  static Optional<Signature> of(String function) {
    return Optional.ofNullable(BY_NAME.get(function));
  }

  /** The type of an argument, counted from 0. */
  Type argument(int index) {
    return arguments.get(Math.min(index, arguments.size() - 1));
  }

  /** How many arguments are right, for a message. */
  String wanted() {
    if (least == most) {
      return Integer.toString(least);
    }
    return most == Integer.MAX_VALUE ? least + " or more" : least + " or " + most;
  }

  private static Map<String, Signature> read(String line, boolean newer) {
    List<String> words = List.of(line.split(" "));
    String form = words.get(0);
    List<Type> arguments =
        form.chars()
            .filter(Character::isLetter)
            .mapToObj(Signature::type)
            .collect(ImmutableList.toImmutableList());
    int count = arguments.size();
    boolean repeated = form.endsWith("*");
    Signature signature =
        new Signature(
            arguments,
            repeated || form.endsWith("?") ? count - 1 : count,
            repeated ? Integer.MAX_VALUE : count,
            type(words.get(1).charAt(0)),
            newer);
    return words.stream()
        .skip(2)
        .collect(ImmutableMap.toImmutableMap(name -> name, name -> signature));
  }

  private static Type type(int initial) {
    return switch (initial) {
      case 'n' -> Type.SCALAR;
      case 'r' -> Type.RANGE;
      case 's' -> Type.STRING;
      default -> Type.VECTOR;
    };
  }
}
