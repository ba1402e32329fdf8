package io.productionguardian.render.yaml.promql;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads expressions, by descent. */
final class ExprParser {

  private static final int LONGEST = 10_000;
  private static final int MOST_TOKENS = 2_000;
  private static final int DEEPEST = 50;

  /** From the loosest to the tightest; a power is tighter and is read elsewhere. */
  private static final List<Set<String>> LEVELS =
      List.of(
          Set.of("or"),
          Set.of("and", "unless"),
          Expr.COMPARISONS,
          Set.of("+", "-"),
          Set.of("*", "/", "%", "atan2"));

  private static final ImmutableSet<String> AGGREGATIONS =
      ImmutableSet.of(
          "sum",
          "avg",
          "min",
          "max",
          "count",
          "stddev",
          "stdvar",
          "group",
          "topk",
          "bottomk",
          "quantile",
          "count_values");
  private static final ImmutableSet<String> WITH_PARAMETER =
      ImmutableSet.of("topk", "bottomk", "quantile", "count_values");
  private static final String NAME = "__name__";

  private final ImmutableList<Token> tokens;
  private int at;
  private int depth;

  private ExprParser(ImmutableList<Token> tokens) {
    this.tokens = tokens;
  }

  static Optional<Expr> parse(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      ImmutableList<Token> tokens = Lexer.tokens(text);
      if (tokens.size() > MOST_TOKENS) {
        return Optional.empty();
      }
      ExprParser parser = new ExprParser(tokens);
      Expr expr = parser.expression();
      return parser.peek().kind() == Token.Kind.END ? Optional.of(expr) : Optional.empty();
    } catch (NoPromQlException e) {
      return Optional.empty();
    }
  }

  private Expr expression() {
    return binary(0);
  }

  private Expr binary(int level) {
    if (level == LEVELS.size()) {
      return unary();
    }
    Expr left = binary(level + 1);
    while (LEVELS.get(level).contains(operator())) {
      String operator = operator();
      at++;
      left = joined(operator, left, () -> binary(level + 1));
    }
    return left;
  }

  private String operator() {
    Token token = peek();
    return switch (token.kind()) {
      case SYMBOL -> token.text();
      case WORD -> token.text().toLowerCase(Locale.ROOT);
      default -> "";
    };
  }

  private Expr unary() {
    enter();
    Expr expr;
    if (peek().is("+") || peek().is("-")) {
      boolean negated = peek().is("-");
      at++;
      Expr of = unary();
      refuseUnless(of.type() == Expr.Type.SCALAR || of.type() == Expr.Type.VECTOR);
      expr = negated ? new Expr.Negated(of) : of;
    } else {
      expr = power();
    }
    depth--;
    return expr;
  }

  private Expr power() {
    boolean parentheses = peek().is("(");
    Expr base = modified(primary(), parentheses);
    if (!peek().is("^")) {
      return base;
    }
    at++;
    return joined("^", base, this::unary);
  }

  /** What stands between the operator and its right side, and what may stand there at all. */
  private Expr joined(String operator, Expr left, java.util.function.Supplier<Expr> rightSide) {
    boolean comparison = Expr.COMPARISONS.contains(operator);
    boolean set = Expr.SETS.contains(operator);
    boolean bool = keyword("bool");
    boolean on = isKeyword("on");
    boolean matched = on || isKeyword("ignoring");
    Expr.Matching matching = matched ? matching(on) : Expr.Matching.ALL;
    Expr right = rightSide.get();
    Expr.Binary binary = new Expr.Binary(operator, left, right, bool, matching);
    boolean vectors = left.type() == Expr.Type.VECTOR && right.type() == Expr.Type.VECTOR;
    refuseUnless(isNumeric(left) && isNumeric(right));
    refuseUnless(comparison || !bool);
    refuseUnless(vectors || (!set && !matched));
    refuseUnless(!set || matching.many().isEmpty());
    refuseUnless(binary.type() == Expr.Type.VECTOR || !comparison || bool);
    return binary;
  }

  private static boolean isNumeric(Expr expr) {
    return expr.type() == Expr.Type.SCALAR || expr.type() == Expr.Type.VECTOR;
  }

  private Expr.Matching matching(boolean on) {
    at++;
    ImmutableSet<String> labels = labels();
    for (String side : List.of("group_left", "group_right")) {
      if (keyword(side)) {
        return new Expr.Matching(
            on, labels, Optional.of(side), peek().is("(") ? labels() : ImmutableSet.of());
      }
    }
    return new Expr.Matching(on, labels, Optional.empty(), ImmutableSet.of());
  }

  private ImmutableSet<String> labels() {
    ImmutableSet.Builder<String> labels = ImmutableSet.builder();
    expect("(");
    while (!peek().is(")")) {
      labels.add(label());
      refuseUnless(peek().is(",") || peek().is(")"));
      symbol(",");
    }
    expect(")");
    return labels.build();
  }

  private String label() {
    Token token = next(Token.Kind.WORD);
    refuseUnless(token.text().indexOf(':') < 0);
    return token.text();
  }

  /** A range, a shift in time, or several; what is in parentheses is no selector any more. */
  private Expr modified(Expr expr, boolean parentheses) {
    Expr result = expr;
    boolean bare = !parentheses;
    while (true) {
      if (symbol("[")) {
        result = range(result, bare);
        bare = true;
      } else if (keyword("offset")) {
        refuseUnless(bare && isSelected(result));
        double sign = symbol("-") ? -1 : 1;
        result = new Expr.Shifted(result, Optional.of(sign * duration()));
      } else if (symbol("@")) {
        refuseUnless(bare && isSelected(result));
        instant();
        result = new Expr.Shifted(result, Optional.empty());
      } else {
        return result;
      }
    }
  }

  private static boolean isSelected(Expr expr) {
    return expr instanceof Expr.Selector
        || expr instanceof Expr.Range
        || (expr instanceof Expr.Shifted shifted && isSelected(shifted.of()));
  }

  private Expr range(Expr of, boolean bare) {
    double seconds = duration();
    refuseUnless(seconds > 0);
    Optional<Double> step = Optional.empty();
    if (symbol(":")) {
      refuseUnless(isNumeric(of));
      step = Optional.of(peek().is("]") ? 0.0 : duration());
    } else {
      refuseUnless(bare && of instanceof Expr.Selector);
    }
    expect("]");
    return new Expr.Range(of, seconds, step);
  }

  private void instant() {
    if (keyword("start") || keyword("end")) {
      expect("(");
      expect(")");
    } else {
      symbol("-");
      next(Token.Kind.NUMBER);
    }
  }

  private Expr primary() {
    Token token = peek();
    if (symbol("(")) {
      Expr inner = expression();
      expect(")");
      return inner;
    }
    if (token.is("{")) {
      return selector(Optional.empty());
    }
    at++;
    return switch (token.kind()) {
      case NUMBER -> new Expr.Literal(number(token.text()));
      case TEXT -> new Expr.Quoted(token.text());
      case WORD -> word(token.text());
      default -> throw new NoPromQlException("no expression where one is wanted");
    };
  }

  private Expr word(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    if (AGGREGATIONS.contains(lower)
        && (peek().is("(") || isKeyword("by") || isKeyword("without"))) {
      return aggregation(lower);
    }
    if (peek().is("(")) {
      return call(word);
    }
    if (lower.equals("inf") || lower.equals("nan")) {
      return new Expr.Literal(lower.equals("inf") ? Double.POSITIVE_INFINITY : Double.NaN);
    }
    return selector(Optional.of(word));
  }

  private Expr call(String function) {
    ImmutableList<Expr> arguments = arguments();
    refuseUnless(Functions.isOne(function) && Functions.fits(function, arguments));
    return new Expr.Call(function, arguments);
  }

  private ImmutableList<Expr> arguments() {
    ImmutableList.Builder<Expr> arguments = ImmutableList.builder();
    expect("(");
    if (!peek().is(")")) {
      do {
        arguments.add(expression());
      } while (symbol(","));
    }
    expect(")");
    return arguments.build();
  }

  private Expr aggregation(String operator) {
    Optional<Boolean> by = grouping();
    ImmutableSet<String> labels = by.isPresent() ? labels() : ImmutableSet.of();
    ImmutableList<Expr> arguments = arguments();
    if (by.isEmpty()) {
      by = grouping();
      labels = by.isPresent() ? labels() : labels;
    }
    boolean parameter = WITH_PARAMETER.contains(operator);
    refuseUnless(arguments.size() == (parameter ? 2 : 1));
    Expr of = arguments.get(arguments.size() - 1);
    refuseUnless(of.type() == Expr.Type.VECTOR);
    if (parameter) {
      Expr.Type wanted = operator.equals("count_values") ? Expr.Type.TEXT : Expr.Type.SCALAR;
      refuseUnless(arguments.get(0).type() == wanted);
    }
    return new Expr.Aggregation(
        operator,
        parameter ? Optional.of(arguments.get(0)) : Optional.empty(),
        of,
        by.orElse(true),
        labels);
  }

  private Optional<Boolean> grouping() {
    if (keyword("by")) {
      return Optional.of(true);
    }
    return keyword("without") ? Optional.of(false) : Optional.empty();
  }

  private Expr selector(Optional<String> name) {
    ImmutableList.Builder<LabelMatcher> matchers = ImmutableList.builder();
    name.ifPresent(metric -> matchers.add(new LabelMatcher(NAME, "=", metric)));
    if (symbol("{")) {
      while (!peek().is("}")) {
        String label = label();
        refuseUnless(name.isEmpty() || !label.equals(NAME));
        String operator = next(Token.Kind.SYMBOL).text();
        refuseUnless(Set.of("=", "!=", "=~", "!~").contains(operator));
        LabelMatcher matcher = new LabelMatcher(label, operator, next(Token.Kind.TEXT).text());
        refuseUnless(matcher.isValid());
        matchers.add(matcher);
        refuseUnless(peek().is(",") || peek().is("}"));
        symbol(",");
      }
      expect("}");
    }
    ImmutableList<LabelMatcher> all = matchers.build();
    // Prometheus refuses what might select every series that there is
    refuseUnless(all.stream().anyMatch(matcher -> !matcher.matches("")));
    return new Expr.Selector(all);
  }

  private double duration() {
    String text = next(Token.Kind.DURATION).text();
    double seconds = 0;
    double last = Double.POSITIVE_INFINITY;
    int from = 0;
    while (from < text.length()) {
      int end = from;
      while (Character.isDigit(text.charAt(end))) {
        end++;
      }
      double unit = text.startsWith("ms", end) ? 0.001 : unit(text.charAt(end));
      refuseUnless(end > from && end - from <= 9 && unit < last);
      seconds += Integer.parseInt(text.substring(from, end)) * unit;
      last = unit;
      from = unit == 0.001 ? end + 2 : end + 1;
    }
    return seconds;
  }

  private static double unit(char letter) {
    return switch (letter) {
      case 's' -> 1;
      case 'm' -> 60;
      case 'h' -> 3_600;
      case 'd' -> 86_400;
      case 'w' -> 604_800;
      case 'y' -> 31_536_000;
      default -> throw new NoPromQlException("a unit that is none");
    };
  }

  private static double number(String text) {
    try {
      return text.toLowerCase(Locale.ROOT).startsWith("0x")
          ? Long.parseLong(text.substring(2), 16)
          : Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new NoPromQlException("a number that is none");
    }
  }

  private void enter() {
    depth++;
    refuseUnless(depth <= DEEPEST);
  }

  private Token peek() {
    return tokens.get(Math.min(at, tokens.size() - 1));
  }

  private Token next(Token.Kind kind) {
    Token token = peek();
    refuseUnless(token.kind() == kind);
    at++;
    return token;
  }

  private boolean isKeyword(String word) {
    return peek().kind() == Token.Kind.WORD && peek().text().equalsIgnoreCase(word);
  }

  private boolean keyword(String word) {
    boolean there = isKeyword(word);
    at += there ? 1 : 0;
    return there;
  }

  private boolean symbol(String symbol) {
    boolean there = peek().is(symbol);
    at += there ? 1 : 0;
    return there;
  }

  private void expect(String symbol) {
    refuseUnless(symbol(symbol));
  }

  private static void refuseUnless(boolean holds) {
    if (!holds) {
      throw new NoPromQlException("not what may stand here");
    }
  }
}
