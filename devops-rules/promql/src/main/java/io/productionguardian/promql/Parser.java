package io.productionguardian.promql;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.productionguardian.promql.Matching.Many;
import io.productionguardian.promql.Token.Kind;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** Reads the tokens of one expression, and checks the types as it goes. */
final class Parser {

  private static final ImmutableSet<String> AGGREGATIONS =
      ImmutableSet.of("avg", "count", "group", "max", "min", "stddev", "stdvar", "sum");

  private static final ImmutableSet<String> AGGREGATIONS_WITH_PARAMETER =
      ImmutableSet.of("bottomk", "count_values", "limit_ratio", "limitk", "quantile", "topk");

  private static final ImmutableSet<String> NEWER_AGGREGATIONS =
      ImmutableSet.of("limit_ratio", "limitk");

  private static final ImmutableSet<String> NO_METRICS =
      ImmutableSet.of("atan2", "bool", "group_left", "group_right", "ignoring", "on");

  private final String text;
  private final Tokens tokens;
  private final Selectors selectors;
  private int depth;

  Parser(String text, Tokens tokens) {
    this.text = text;
    this.tokens = tokens;
    this.selectors = new Selectors(tokens);
  }

  PromQl.Parsed parse() throws Refused {
    if (tokens.at(0).kind() == Kind.END) {
      throw new Refused("there is no expression", 0);
    }
    Part whole = operation(1);
    if (tokens.at(0).kind() != Kind.END) {
      throw tokens.unexpected("an operator");
    }
    boolean alerts = whole.isScalar() || whole.isVector();
    return new PromQl.Parsed(
        text,
        whole.expr(),
        Collections.unmodifiableSet(selectors.metrics()),
        whole.comparison(),
        selectors.widest().setScale(0, RoundingMode.CEILING).longValueExact(),
        whole.isScalar() ? whole.known().value() : OptionalDouble.empty(),
        alerts && whole.known().isAtLeastOne(),
        alerts && whole.known().isNone(),
        tokens.isNewer());
  }

  // Operators

  /** An expression within another: the only way down, so the only place that counts. */
  private Part nested(int precedence) throws Refused {
    if (++depth > PromQl.DEEPEST) {
      throw new Refused("it is nested more than " + PromQl.DEEPEST + " deep", tokens.at(0).start());
    }
    Part part = operation(precedence);
    depth--;
    return part;
  }

  /**
   * Operands and the operators between them that bind at least so closely.
   *
   * <p>What waits for its right side is kept in a list, not on the stack: so operators alone,
   * however they alternate, never nest.
   */
  private Part operation(int precedence) throws Refused {
    Deque<Waiting> waiting = new ArrayDeque<>();
    while (true) {
      Part right = signed();
      Optional<Operator> next =
          Operator.at(tokens.at(0)).filter(operator -> operator.precedence() >= precedence);
      while (!waiting.isEmpty() && waiting.element().isBefore(next)) {
        right = waiting.pop().with(right);
      }
      if (next.isEmpty()) {
        return right;
      }
      waiting.push(new Waiting(right, next.get(), tokens.take(), matching()));
    }
  }

  /** The left side of an operation, and all that stands before the right one. */
  private record Waiting(Part left, Operator operator, Token sign, Matching matching) {

    /** Whether it is done before what follows its right side; powers are read from the right. */
    boolean isBefore(Optional<Operator> next) {
      int follows = next.map(Operator::precedence).orElse(0);
      return operator.precedence() > follows
          || (operator.precedence() == follows && operator != Operator.POWER);
    }

    Part with(Part right) throws Refused {
      return new Operation(operator, sign, matching, left, right).result();
    }
  }

  private Part signed() throws Refused {
    Token sign = tokens.at(0);
    if (!sign.isSign("-") && !sign.isSign("+")) {
      return selectors.withModifiers(operand());
    }
    tokens.take();
    Part operand = nested(Operator.POWER.precedence());
    if (!operand.isScalar() && !operand.isVector()) {
      throw new Refused("a sign before " + operand.type(), sign.start());
    }
    return sign.isSign("-")
        ? Part.of(sign.start(), new Expr.Negated(operand.expr()), operand.known().negated())
        : Part.of(sign.start(), operand.expr(), operand.known());
  }

  private Matching matching() throws Refused {
    boolean bool = tokens.takeWord("bool");
    boolean on = tokens.at(0).isWord("on");
    if (!on && !tokens.at(0).isWord("ignoring")) {
      return Matching.all(bool);
    }
    tokens.take();
    Set<String> labels = tokens.labels();
    Many many =
        tokens.takeWord("group_left")
            ? Many.LEFT
            : tokens.takeWord("group_right") ? Many.RIGHT : Many.NONE;
    boolean including = many != Many.NONE && tokens.at(0).isSign("(");
    return new Matching(bool, on, labels, many, including ? tokens.labels() : ImmutableSet.of());
  }

  // Operands

  private Part operand() throws Refused {
    Token token = tokens.at(0);
    return switch (token.kind()) {
      case NUMBER -> Part.number(token.start(), tokens.number());
      case DURATION -> {
        tokens.newer(true);
        yield Part.number(token.start(), tokens.duration().doubleValue());
      }
      case STRING -> Part.of(tokens.take().start(), new Expr.Quoted(token.text()), Known.NOTHING);
      case WORD -> named(token);
      case SIGN -> {
        if (token.isSign("{")) {
          yield selectors.selector(token.start(), Optional.empty());
        }
        Token open = tokens.expect("(", "an operand");
        Part inner = nested(1);
        tokens.close(open, ")");
        yield inner.inParentheses(open.start());
      }
      case END -> throw tokens.unexpected("an operand");
    };
  }

  private Part named(Token name) throws Refused {
    String keyword = name.keyword();
    Token following = tokens.at(1);
    boolean called = following.isSign("(");
    if (Tokens.isNumber(name)) {
      return Part.number(name.start(), tokens.number());
    }
    boolean parameter = AGGREGATIONS_WITH_PARAMETER.contains(keyword);
    if ((parameter || AGGREGATIONS.contains(keyword))
        && (called || following.isWord("by") || following.isWord("without"))) {
      return aggregation(parameter);
    }
    if (NO_METRICS.contains(keyword)) {
      throw tokens.unexpected("an operand");
    }
    if (called) {
      return call();
    }
    tokens.take();
    return selectors.selector(name.start(), Optional.of(name.text()));
  }

  private Part call() throws Refused {
    Token name = tokens.take();
    Signature signature =
        Signature.of(name.text())
            .orElseThrow(() -> new Refused("unknown function " + name.shown(), name.start()));
    tokens.newer(signature.newer());
    List<Part> arguments = arguments();
    if (arguments.size() < signature.least() || arguments.size() > signature.most()) {
      throw count(name, arguments, signature.wanted());
    }
    for (int i = 0; i < arguments.size(); i++) {
      wanted(signature.argument(i), arguments.get(i), name);
    }
    List<Expr> taken = arguments.stream().map(Part::expr).collect(ImmutableList.toImmutableList());
    return Part.of(
        name.start(),
        new Expr.Call(name.text(), taken, signature.result()),
        Samples.of(name.text(), signature, arguments));
  }

  private Part aggregation(boolean parameter) throws Refused {
    Token name = tokens.take();
    tokens.newer(NEWER_AGGREGATIONS.contains(name.keyword()));
    Optional<Grouping> before = grouping();
    List<Part> arguments = arguments();
    Grouping grouping = (before.isPresent() ? before : grouping()).orElse(Grouping.ALL_TOGETHER);
    if (arguments.size() != (parameter ? 2 : 1)) {
      throw count(name, arguments, parameter ? "2" : "1");
    }
    Part aggregated = arguments.get(arguments.size() - 1);
    wanted(Type.VECTOR, aggregated, name);
    if (parameter) {
      wanted(name.isWord("count_values") ? Type.STRING : Type.SCALAR, arguments.get(0), name);
    }
    return Part.of(
        name.start(),
        new Expr.Aggregation(
            name.keyword(),
            parameter ? Optional.of(arguments.get(0).expr()) : Optional.empty(),
            aggregated.expr(),
            grouping.by(),
            grouping.labels()),
        Samples.aggregated(name.keyword(), arguments.get(0).known(), aggregated.known()));
  }

  private record Grouping(boolean by, Set<String> labels) {

    Grouping {
      labels = ImmutableSet.copyOf(labels);
    }

    static final Grouping ALL_TOGETHER = new Grouping(true, ImmutableSet.of());
  }

  private Optional<Grouping> grouping() throws Refused {
    boolean by = tokens.takeWord("by");
    return by || tokens.takeWord("without")
        ? Optional.of(new Grouping(by, tokens.labels()))
        : Optional.empty();
  }

  private List<Part> arguments() throws Refused {
    Token open = tokens.open();
    List<Part> arguments = new ArrayList<>();
    if (tokens.takeSign(")")) {
      return arguments;
    }
    do {
      arguments.add(nested(1));
    } while (tokens.takeSign(","));
    tokens.close(open, ")");
    return arguments;
  }

  private static Refused count(Token function, List<Part> arguments, String wanted) {
    return new Refused(
        "%s has %s arguments, expected %s".formatted(function.shown(), arguments.size(), wanted),
        function.start());
  }

  private static void wanted(Type type, Part argument, Token function) throws Refused {
    if (argument.type() != type) {
      throw new Refused(
          "%s takes %s, not %s".formatted(function.shown(), type, argument.type()),
          argument.start());
    }
  }
}
