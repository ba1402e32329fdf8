package io.productionguardian.promql;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Two expressions with an operator between them.
 *
 * @param operator what it does
 * @param sign where it stands
 * @param matching how samples find each other
 * @param left one side
 * @param right the other
 */
record Operation(Operator operator, Token sign, Matching matching, Part left, Part right) {

  Part result() throws Refused {
    refuseTypes();
    refuseMatching();
    Type type = left.isScalar() && right.isScalar() ? Type.SCALAR : Type.VECTOR;
    Expr expr = new Expr.Binary(operator, matching, left.expr(), right.expr(), type);
    return Part.of(left.start(), expr, known())
        .comparing(operator.comparison().flatMap(this::comparison));
  }

  private void refuseTypes() throws Refused {
    for (Part side : List.of(left, right)) {
      if (!side.isScalar() && !side.isVector()) {
        throw refused("an operation on " + side.type());
      }
    }
    if (operator.joinsSets() && !betweenVectors()) {
      throw refused("a set operator is for instant vectors only");
    }
    if (operator.comparison().isPresent()
        && !matching.bool()
        && left.isScalar()
        && right.isScalar()) {
      throw refused("a comparison of scalars must have bool");
    }
  }

  private void refuseMatching() throws Refused {
    if (matching.bool() && operator.comparison().isEmpty()) {
      throw refused("bool is for comparisons only");
    }
    if (!betweenVectors() && !matching.labels().isEmpty()) {
      throw refused("labels are matched between instant vectors only");
    }
    if (matching.many() != Matching.Many.NONE && operator.joinsSets()) {
      throw refused("a set operator is not grouped");
    }
    if (matching.on() && matching.included().stream().anyMatch(matching.labels()::contains)) {
      throw refused("a label is both matched and grouped");
    }
  }

  private boolean betweenVectors() {
    return left.isVector() && right.isVector();
  }

  private Refused refused(String reason) {
    return new Refused(reason, sign.start());
  }

  private Optional<Comparison> comparison(Comparison.Op op) {
    if (right.isConstant()) {
      double threshold = right.known().value().getAsDouble();
      return Optional.of(new Comparison(op, threshold, matching.bool()));
    }
    if (left.isConstant()) {
      double threshold = left.known().value().getAsDouble();
      return Optional.of(new Comparison(op.flipped(), threshold, matching.bool()));
    }
    return Optional.empty();
  }

  private Known known() {
    Known ours = left.known();
    Known others = right.known();
    return switch (operator) {
      case OR -> ours.or(others);
      case AND -> ours.and(others);
      case UNLESS -> ours.unless(others);
      default -> {
        Known all = combined(computed());
        yield operator.comparison().isEmpty() || matching.bool()
            ? all
            : filtered(operator.comparison().get(), all);
      }
    };
  }

  private OptionalDouble computed() {
    OptionalDouble one = left.known().value();
    OptionalDouble other = right.known().value();
    return one.isPresent() && other.isPresent()
        ? OptionalDouble.of(operator.of(one.getAsDouble(), other.getAsDouble()))
        : OptionalDouble.empty();
  }

  /** The samples before a comparison has left any out. */
  private Known combined(OptionalDouble result) {
    if (betweenVectors()) {
      return left.known().matched(right.known(), result);
    }
    return right.isScalar()
        ? left.known().withScalar(right.known(), result)
        : right.known().withScalar(left.known(), result);
  }

  /** The samples that a comparison leaves: those of the vector, where it holds. */
  private Known filtered(Comparison.Op op, Known all) {
    if (all.isNone()) {
      return Known.NONE;
    }
    if (all.value().isPresent()) {
      boolean holds = all.value().getAsDouble() != 0;
      return holds ? (left.isVector() ? left : right).known() : Known.NONE;
    }
    boolean never = comparison(op).filter(c -> c.op().neverHolds(c.threshold())).isPresent();
    return never ? Known.NONE : Known.NOTHING;
  }
}
