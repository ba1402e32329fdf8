package io.productionguardian.render.yaml.promql;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;

/** An expression of PromQL. */
public sealed interface Expr {

  /** What an expression gives. */
  enum Type {
    SCALAR,
    VECTOR,
    RANGE,
    TEXT
  }

  /** The operators that compare. */
  ImmutableSet<String> COMPARISONS = ImmutableSet.of("==", "!=", "<", ">", "<=", ">=");

  /** The operators that join vectors. */
  ImmutableSet<String> SETS = ImmutableSet.of("and", "or", "unless");

  /** What this one gives. */
  Type type();

  /** The expressions that it is made from. */
  ImmutableList<Expr> parts();

  /** The expression that a text is; empty for what Prometheus would refuse. */
  static Optional<Expr> parse(String text) {
    return ExprParser.parse(text);
  }

  /** A number. */
  record Literal(double value) implements Expr {
    @Override
    public Type type() {
      return Type.SCALAR;
    }

    @Override
    public ImmutableList<Expr> parts() {
      return ImmutableList.of();
    }
  }

  /** A text in quotes. */
  record Quoted(String value) implements Expr {
    @Override
    public Type type() {
      return Type.TEXT;
    }

    @Override
    public ImmutableList<Expr> parts() {
      return ImmutableList.of();
    }
  }

  /** The series whose labels match; a metric's name is the label {@code __name__}. */
  record Selector(ImmutableList<LabelMatcher> matchers) implements Expr {
    @Override
    public Type type() {
      return Type.VECTOR;
    }

    @Override
    public ImmutableList<Expr> parts() {
      return ImmutableList.of();
    }
  }

  /**
   * What lies behind, over some time.
   *
   * @param of a selector, or what is evaluated again and again
   * @param seconds how far behind
   * @param step how often it is evaluated, seconds; empty for the samples of a selector, 0 for as
   *     often as rules are
   */
  record Range(Expr of, double seconds, Optional<Double> step) implements Expr {
    @Override
    public Type type() {
      return Type.RANGE;
    }

    @Override
    public ImmutableList<Expr> parts() {
      return ImmutableList.of(of);
    }
  }

  /**
   * The same at another time.
   *
   * @param seconds how much earlier; empty for a fixed time
   */
  record Shifted(Expr of, Optional<Double> seconds) implements Expr {
    @Override
    public Type type() {
      return of.type();
    }

    @Override
    public ImmutableList<Expr> parts() {
      return ImmutableList.of(of);
    }
  }

  /** The same with the other sign. */
  record Negated(Expr of) implements Expr {
    @Override
    public Type type() {
      return of.type();
    }

    @Override
    public ImmutableList<Expr> parts() {
      return ImmutableList.of(of);
    }
  }

  /** The call of a function. */
  record Call(String function, ImmutableList<Expr> arguments) implements Expr {
    @Override
    public Type type() {
      return Functions.gives(function);
    }

    @Override
    public ImmutableList<Expr> parts() {
      return arguments;
    }
  }

  /**
   * Several series made one.
   *
   * @param by whether the labels are those that stay, or those that go
   */
  record Aggregation(
      String operator, Optional<Expr> parameter, Expr of, boolean by, ImmutableSet<String> labels)
      implements Expr {
    @Override
    public Type type() {
      return Type.VECTOR;
    }

    @Override
    public ImmutableList<Expr> parts() {
      return ImmutableList.<Expr>builder().addAll(parameter.stream().iterator()).add(of).build();
    }
  }

  /**
   * Two expressions made one.
   *
   * @param bool whether a comparison gives 0 or 1 rather than what holds
   */
  record Binary(String operator, Expr left, Expr right, boolean bool, Matching matching)
      implements Expr {
    @Override
    public Type type() {
      return left.type() == Type.SCALAR && right.type() == Type.SCALAR ? Type.SCALAR : Type.VECTOR;
    }

    @Override
    public ImmutableList<Expr> parts() {
      return ImmutableList.of(left, right);
    }
  }

  /**
   * Which series of two vectors belong together.
   *
   * @param on whether the labels are those that must be alike, or those that need not be
   * @param many the side that may have several for one of the other
   * @param copied the labels that are taken over from the other side
   */
  record Matching(
      boolean on, ImmutableSet<String> labels, Optional<String> many, ImmutableSet<String> copied) {

    static final Matching ALL =
        new Matching(false, ImmutableSet.of(), Optional.empty(), ImmutableSet.of());
  }
}
