package io.productionguardian.promql;

import java.util.List;
import java.util.OptionalDouble;

/** What functions and aggregations make of samples that are known. */
final class Samples {

  private Samples() {}

  static Known of(String function, Signature signature, List<Part> arguments) {
    if (arguments.isEmpty()) { // the time, or a part of it
      return function.equals("pi") ? Known.constant(Math.PI) : Known.ONE;
    }
    Known first = arguments.get(0).known();
    return switch (function) {
      case "vector" -> first;
      case "scalar" -> scalar(first);
      case "absent" -> absent(first);
      case "label_join", "label_replace" -> first.labelled();
      default -> {
        if (Signature.ONE_FOR_ONE.contains(function)) {
          yield first.changed();
        }
        boolean ofNone = arguments.stream().anyMatch(each -> each.known().isNone());
        yield ofNone ? Known.NONE : Known.NOTHING;
      }
    };
  }

  private static Known scalar(Known vector) {
    return switch (vector.samples()) {
      case ONE -> vector;
      case NONE -> Known.constant(Double.NaN);
      case SOME, UNKNOWN -> Known.ONE;
    };
  }

  private static Known absent(Known vector) {
    return switch (vector.samples()) {
      case ONE, SOME -> Known.NONE;
      case NONE -> Known.constant(1);
      case UNKNOWN -> Known.NOTHING;
    };
  }

  static Known aggregated(String aggregation, Known parameter, Known samples) {
    return switch (aggregation) {
      case "avg", "max", "min", "sum" -> samples;
      case "topk", "bottomk" -> first(parameter.value(), samples);
      case "limitk", "limit_ratio" -> samples.isNone() ? Known.NONE : Known.NOTHING;
      case "count_values" -> samples.labelled();
      default -> samples.changed();
    };
  }

  private static Known first(OptionalDouble count, Known samples) {
    if (samples.isNone()) {
      return Known.NONE;
    }
    if (count.isEmpty() || Double.isNaN(count.getAsDouble())) {
      return Known.NOTHING;
    }
    return count.getAsDouble() < 1 ? Known.NONE : samples;
  }
}
