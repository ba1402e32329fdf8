package io.productionguardian.promql;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.apiguardian.api.API;

/**
 * An expression, as a tree whose types are right.
 *
 * <p>Parentheses and calls are nested at most {@link PromQl#DEEPEST} deep, but a chain of operators
 * makes a tree as deep as it is long: who walks it must bound the walk.
 */
@API(status = API.Status.INTERNAL, since = "0.1.0")
public sealed interface Expr {

  /** What it gives. */
  Type type();

  /** The expressions that it is made from. */
  default List<Expr> parts() {
    return ImmutableList.of();
  }

  /** A number. */
  record Literal(double value) implements Expr {
    @Override
    public Type type() {
      return Type.SCALAR;
    }
  }

  /** A text in quotes. */
  record Quoted(String value) implements Expr {
    @Override
    public Type type() {
      return Type.STRING;
    }
  }

  /** The series whose labels match; a metric's name is the label {@code __name__}. */
  record Selector(List<LabelMatcher> matchers) implements Expr {

    /** Keeps copies. */
    public Selector {
      matchers = ImmutableList.copyOf(matchers);
    }

    @Override
    public Type type() {
      return Type.VECTOR;
    }
  }

  /**
   * What lies behind, over some time.
   *
   * @param of a selector, or of a subquery what is evaluated again and again
   * @param seconds how far behind
   * @param step how often a subquery is evaluated, seconds; 0 for as often as rules are, and empty
   *     where it is no subquery
   */
  record Range(Expr of, double seconds, OptionalDouble step) implements Expr {
    @Override
    public Type type() {
      return Type.RANGE;
    }

    @Override
    public List<Expr> parts() {
      return ImmutableList.of(of);
    }
  }

  /**
   * The same at another time.
   *
   * @param seconds how much earlier; empty for a fixed time
   */
  record Shifted(Expr of, OptionalDouble seconds) implements Expr {
    @Override
    public Type type() {
      return of.type();
    }

    @Override
    public List<Expr> parts() {
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
    public List<Expr> parts() {
      return ImmutableList.of(of);
    }
  }

  /** The call of a function. */
  record Call(String function, List<Expr> arguments, Type type) implements Expr {

    /** Keeps copies. */
    public Call {
      arguments = ImmutableList.copyOf(arguments);
    }

    @Override
    public List<Expr> parts() {
      return arguments;
    }
  }

  /**
   * Several series made one.
   *
   * @param operator in lower case
   * @param by whether the labels are those that stay, or those that go
   */
  record Aggregation(
      String operator, Optional<Expr> parameter, Expr of, boolean by, Set<String> labels)
      implements Expr {

    /** Keeps copies. */
    public Aggregation {
      labels = ImmutableSet.copyOf(labels);
    }

    @Override
    public Type type() {
      return Type.VECTOR;
    }

    @Override
    public List<Expr> parts() {
      return ImmutableList.<Expr>builder().addAll(parameter.stream().iterator()).add(of).build();
    }
  }

  /** Two expressions made one. */
  record Binary(Operator operator, Matching matching, Expr left, Expr right, Type type)
      implements Expr {
    @Override
    public List<Expr> parts() {
      return ImmutableList.of(left, right);
    }
  }
}
