package io.productionguardian.rules.standard.promql;

import com.google.common.collect.ImmutableSet;
import io.productionguardian.rules.standard.promql.Token.Kind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashSet;
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

  private static final ImmutableSet<String> NUMBERS = ImmutableSet.of("inf", "nan");

  /** Go counts nanoseconds in 64 bits. */
  private static final BigDecimal LONGEST_DURATION = BigDecimal.valueOf(Long.MAX_VALUE, 9);

  private final String text;
  private final List<Token> tokens;
  private final Set<String> metrics = new LinkedHashSet<>();
  private BigDecimal widest = BigDecimal.ZERO;
  private boolean newer;
  private int next;
  private int depth;

  Parser(String text, List<Token> tokens) {
    this.text = text;
    this.tokens = tokens;
  }

  PromQl.Parsed parse() throws Refused {
    if (at(0).kind() == Kind.END) {
      throw new Refused("there is no expression", 0);
    }
    Expr expr = operation(1);
    if (at(0).kind() != Kind.END) {
      throw unexpected("an operator");
    }
    boolean alerts = expr.isScalar() || expr.isVector();
    return new PromQl.Parsed(
        text,
        Collections.unmodifiableSet(metrics),
        expr.comparison(),
        widest.setScale(0, RoundingMode.CEILING).longValueExact(),
        expr.isScalar() ? expr.known().value() : OptionalDouble.empty(),
        alerts && expr.known().isAtLeastOne(),
        alerts && expr.known().isNone(),
        newer);
  }

  // Operators

  /** An expression within another: the only way down, so the only place that counts. */
  private Expr nested(int precedence) throws Refused {
    if (++depth > PromQl.DEEPEST) {
      throw new Refused("it is nested more than " + PromQl.DEEPEST + " deep", at(0).start());
    }
    Expr expr = operation(precedence);
    depth--;
    return expr;
  }

  /**
   * Operands and the operators between them that bind at least so closely.
   *
   * <p>What waits for its right side is kept in a list, not on the stack: so operators alone,
   * however they alternate, never nest.
   */
  private Expr operation(int precedence) throws Refused {
    Deque<Waiting> waiting = new ArrayDeque<>();
    while (true) {
      Expr right = signed();
      Optional<Operator> next =
          Operator.at(at(0)).filter(operator -> operator.precedence() >= precedence);
      while (!waiting.isEmpty() && waiting.element().isBefore(next)) {
        right = waiting.pop().with(right);
      }
      if (next.isEmpty()) {
        return right;
      }
      waiting.push(new Waiting(right, next.get(), take(), matching()));
    }
  }

  /** The left side of an operation, and all that stands before the right one. */
  private record Waiting(Expr left, Operator operator, Token sign, Matching matching) {

    /** Whether it is done before what follows its right side; powers are read from the right. */
    boolean isBefore(Optional<Operator> next) {
      int follows = next.map(Operator::precedence).orElse(0);
      return operator.precedence() > follows
          || (operator.precedence() == follows && operator != Operator.POWER);
    }

    Expr with(Expr right) throws Refused {
      return new Operation(operator, sign, matching, left, right).result();
    }
  }

  private Expr signed() throws Refused {
    Token sign = at(0);
    if (!sign.isSign("-") && !sign.isSign("+")) {
      return withModifiers(operand());
    }
    take();
    Expr operand = nested(Operator.POWER.precedence());
    if (!operand.isScalar() && !operand.isVector()) {
      throw new Refused("a sign before " + operand.type(), sign.start());
    }
    return Expr.of(
        sign.start(),
        operand.type(),
        sign.isSign("-") ? operand.known().negated() : operand.known());
  }

  private Matching matching() throws Refused {
    boolean bool = takeWord("bool");
    boolean on = at(0).isWord("on");
    if (!on && !at(0).isWord("ignoring")) {
      return new Matching(bool, false, Set.of(), false, Set.of());
    }
    take();
    Set<String> labels = labels();
    boolean grouped = takeWord("group_left") || takeWord("group_right");
    return new Matching(
        bool, on, labels, grouped, grouped && at(0).isSign("(") ? labels() : Set.of());
  }

  private Set<String> labels() throws Refused {
    Token open = expect("(", "\"(\"");
    Set<String> labels = new LinkedHashSet<>();
    while (!takeSign(")")) {
      Token label = take();
      if (label.kind() == Kind.STRING) {
        newer = true;
      } else if (!isLabel(label) || NUMBERS.contains(label.keyword()) || label.isWord("without")) {
        throw unexpected(label, "a label");
      }
      labels.add(label.text());
      if (!takeSign(",")) {
        close(open, ")");
        break;
      }
    }
    return labels;
  }

  // Operands

  private Expr operand() throws Refused {
    Token token = at(0);
    return switch (token.kind()) {
      case NUMBER -> Expr.of(token.start(), Type.SCALAR, Known.constant(number()));
      case DURATION -> {
        newer = true;
        double seconds = duration().doubleValue();
        yield Expr.of(token.start(), Type.SCALAR, Known.constant(seconds));
      }
      case STRING -> Expr.of(take().start(), Type.STRING, Known.NOTHING);
      case WORD -> named(token);
      case SIGN -> {
        if (token.isSign("{")) {
          yield selector(token.start(), Optional.empty());
        }
        Token open = expect("(", "an operand");
        Expr inner = nested(1);
        close(open, ")");
        yield inner.inParentheses(open.start());
      }
      case END -> throw unexpected("an operand");
    };
  }

  private Expr named(Token name) throws Refused {
    String keyword = name.keyword();
    Token following = at(1);
    boolean called = following.isSign("(");
    if (NUMBERS.contains(keyword)) {
      return Expr.of(name.start(), Type.SCALAR, Known.constant(number()));
    }
    boolean parameter = AGGREGATIONS_WITH_PARAMETER.contains(keyword);
    if ((parameter || AGGREGATIONS.contains(keyword))
        && (called || following.isWord("by") || following.isWord("without"))) {
      return aggregation(parameter);
    }
    if (NO_METRICS.contains(keyword)) {
      throw unexpected("an operand");
    }
    if (called) {
      return call();
    }
    take();
    return selector(name.start(), Optional.of(name.text()));
  }

  private Expr call() throws Refused {
    Token name = take();
    Signature signature =
        Signature.of(name.text())
            .orElseThrow(() -> new Refused("unknown function " + name.shown(), name.start()));
    newer |= signature.newer();
    List<Expr> arguments = arguments();
    if (arguments.size() < signature.least() || arguments.size() > signature.most()) {
      throw count(name, arguments, signature.wanted());
    }
    for (int i = 0; i < arguments.size(); i++) {
      wanted(signature.argument(i), arguments.get(i), name);
    }
    return Expr.of(name.start(), signature.result(), Samples.of(name.text(), signature, arguments));
  }

  private Expr aggregation(boolean parameter) throws Refused {
    Token name = take();
    newer |= NEWER_AGGREGATIONS.contains(name.keyword());
    boolean grouped = grouping();
    List<Expr> arguments = arguments();
    if (!grouped) {
      grouping();
    }
    if (arguments.size() != (parameter ? 2 : 1)) {
      throw count(name, arguments, parameter ? "2" : "1");
    }
    Expr aggregated = arguments.get(arguments.size() - 1);
    wanted(Type.VECTOR, aggregated, name);
    if (parameter) {
      wanted(name.isWord("count_values") ? Type.STRING : Type.SCALAR, arguments.get(0), name);
    }
    return Expr.of(
        name.start(),
        Type.VECTOR,
        Samples.aggregated(name.keyword(), arguments.get(0).known(), aggregated.known()));
  }

  private boolean grouping() throws Refused {
    boolean grouped = takeWord("by") || takeWord("without");
    if (grouped) {
      labels();
    }
    return grouped;
  }

  private List<Expr> arguments() throws Refused {
    Token open = expect("(", "\"(\"");
    List<Expr> arguments = new ArrayList<>();
    if (takeSign(")")) {
      return arguments;
    }
    do {
      arguments.add(nested(1));
    } while (takeSign(","));
    close(open, ")");
    return arguments;
  }

  private static Refused count(Token function, List<Expr> arguments, String wanted) {
    return new Refused(
        "%s has %s arguments, wanted is %s".formatted(function.shown(), arguments.size(), wanted),
        function.start());
  }

  private static void wanted(Type type, Expr argument, Token function) throws Refused {
    if (argument.type() != type) {
      throw new Refused(
          "%s takes %s, not %s".formatted(function.shown(), type, argument.type()),
          argument.start());
    }
  }

  // Selectors

  private Expr selector(int start, Optional<String> metric) throws Refused {
    Matchers matchers = new Matchers(start);
    if (metric.isPresent()) {
      matchers.name(metric.get());
    }
    Token open = at(0);
    if (takeSign("{")) {
      while (!takeSign("}")) {
        matcher(matchers);
        if (!takeSign(",")) {
          close(open, "}");
          break;
        }
      }
    }
    metrics.addAll(matchers.metrics());
    return Expr.of(start, Type.VECTOR, Expr.Form.SELECTOR);
  }

  private void matcher(Matchers matchers) throws Refused {
    Token label = take();
    boolean quoted = label.kind() == Kind.STRING;
    newer |= quoted;
    if (quoted && (at(0).isSign(",") || at(0).isSign("}"))) {
      matchers.name(label.text());
      return;
    }
    if (!quoted && !isLabel(label)) {
      throw unexpected(label, "a label");
    }
    Token how = take();
    if (!Matchers.OPERATORS.contains(how.text()) || how.kind() != Kind.SIGN) {
      throw unexpected(how, "one of = != =~ !~");
    }
    Token value = take();
    if (value.kind() != Kind.STRING) {
      throw unexpected(value, "a string");
    }
    newer |= matchers.add(label, how, value);
  }

  private static boolean isLabel(Token token) {
    return token.kind() == Kind.WORD && token.text().indexOf(':') < 0;
  }

  // Ranges, offsets and times

  private Expr withModifiers(Expr operand) throws Refused {
    Expr expr = operand;
    while (true) {
      Token token = at(0);
      if (token.isSign("[")) {
        expr = range(expr);
      } else if (token.isWord("offset")) {
        expr = shifted(expr);
      } else if (token.isSign("@")) {
        expr = pinned(expr);
      } else {
        return expr;
      }
    }
  }

  private Expr range(Expr of) throws Refused {
    Token open = take();
    BigDecimal seconds = duration();
    if (takeSign(":")) {
      if (!at(0).isSign("]")) {
        duration(); // how finely the subquery looks, not how far
      }
      close(open, "]");
      if (!of.isVector()) {
        throw new Refused("a subquery of " + of.type(), of.start());
      }
      widest = widest.max(seconds);
      return Expr.of(of.start(), Type.RANGE, Expr.Form.SUBQUERY);
    }
    close(open, "]");
    if (of.form() != Expr.Form.SELECTOR) {
      throw new Refused("a range of what is no selector", open.start());
    }
    if (of.shifted() || of.pinned()) {
      throw new Refused("a range stands before offset and @", open.start());
    }
    widest = widest.max(seconds);
    return Expr.of(of.start(), Type.RANGE, Expr.Form.RANGE);
  }

  private Expr shifted(Expr expr) throws Refused {
    Token offset = take();
    if (takeSign("+")) {
      newer = true;
    } else {
      takeSign("-");
    }
    duration();
    refuseModifier(offset, expr, expr.shifted());
    return expr.shift();
  }

  private Expr pinned(Expr expr) throws Refused {
    Token sign = take();
    if (takeWord("start") || takeWord("end")) {
      close(expect("(", "\"(\""), ")");
    } else {
      if (!takeSign("+")) {
        takeSign("-");
      }
      Token time = at(0);
      if (time.kind() != Kind.NUMBER && !NUMBERS.contains(time.keyword())) {
        throw unexpected("a time");
      }
      double seconds = number();
      if (!(seconds < Long.MAX_VALUE)) {
        throw new Refused("the time is out of bounds", time.start());
      }
    }
    refuseModifier(sign, expr, expr.pinned());
    return expr.pin();
  }

  private static void refuseModifier(Token modifier, Expr expr, boolean again) throws Refused {
    if (expr.form() == Expr.Form.OTHER) {
      throw new Refused(
          modifier.shown() + " stands after selectors and subqueries only", modifier.start());
    }
    if (again) {
      throw new Refused(modifier.shown() + " stands here twice", modifier.start());
    }
  }

  private BigDecimal duration() throws Refused {
    Token token = take();
    BigDecimal seconds =
        switch (token.kind()) {
          case DURATION -> Durations.seconds(token.text()).orElseThrow();
          case NUMBER -> {
            newer = true;
            yield BigDecimal.valueOf(Literals.number(token.text()).orElseThrow());
          }
          case WORD, STRING, SIGN, END -> throw unexpected(token, "a duration");
        };
    if (seconds.signum() == 0 || seconds.compareTo(LONGEST_DURATION) > 0) {
      throw new Refused("the duration is out of range", token.start());
    }
    return seconds;
  }

  private double number() {
    Token token = take();
    newer |= token.text().indexOf('_') >= 0;
    return Literals.number(token.text())
        .orElseGet(() -> token.isWord("inf") ? Double.POSITIVE_INFINITY : Double.NaN);
  }

  // Tokens

  private Token at(int ahead) {
    return tokens.get(Math.min(next + ahead, tokens.size() - 1));
  }

  private Token take() {
    Token token = at(0);
    next++;
    return token;
  }

  private boolean takeSign(String sign) {
    boolean there = at(0).isSign(sign);
    next += there ? 1 : 0;
    return there;
  }

  private boolean takeWord(String keyword) {
    boolean there = at(0).isWord(keyword);
    next += there ? 1 : 0;
    return there;
  }

  private Token expect(String sign, String wanted) throws Refused {
    if (!at(0).isSign(sign)) {
      throw unexpected(wanted);
    }
    return take();
  }

  private void close(Token open, String sign) throws Refused {
    if (at(0).kind() == Kind.END) {
      throw new Refused("unclosed " + open.shown(), open.start());
    }
    expect(sign, '"' + sign + '"');
  }

  private Refused unexpected(String wanted) {
    return unexpected(at(0), wanted);
  }

  private static Refused unexpected(Token token, String wanted) {
    return new Refused(
        "unexpected %s, wanted is %s".formatted(token.shown(), wanted), token.start());
  }
}
