package io.productionguardian.promql;

import io.productionguardian.promql.LabelMatcher.Op;
import io.productionguardian.promql.Token.Kind;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** Reads selectors, and the ranges, offsets and times that follow them. */
final class Selectors {

  private final Tokens tokens;
  private final Set<String> metrics = new LinkedHashSet<>();
  private BigDecimal widest = BigDecimal.ZERO;

  Selectors(Tokens tokens) {
    this.tokens = tokens;
  }

  /** The names of the metrics that were selected so far. */
  Set<String> metrics() {
    return metrics;
  }

  /** The widest range so far, seconds. */
  BigDecimal widest() {
    return widest;
  }

  /** A selector, of which the name of the metric has been read. */
  Part selector(int start, Optional<String> metric) throws Refused {
    Matchers matchers = new Matchers(start);
    if (metric.isPresent()) {
      matchers.name(metric.get());
    }
    Token open = tokens.at(0);
    if (tokens.takeSign("{")) {
      while (!tokens.takeSign("}")) {
        matcher(matchers);
        if (!tokens.takeSign(",")) {
          tokens.close(open, "}");
          break;
        }
      }
    }
    return Part.of(start, matchers.selector(metrics), Part.Form.SELECTOR);
  }

  private void matcher(Matchers matchers) throws Refused {
    Token label = tokens.take();
    boolean quoted = label.kind() == Kind.STRING;
    tokens.newer(quoted);
    if (quoted && (tokens.at(0).isSign(",") || tokens.at(0).isSign("}"))) {
      matchers.name(label.text());
      return;
    }
    if (!quoted && !Tokens.isLabel(label)) {
      throw Tokens.unexpected(label, "a label");
    }
    Token how = tokens.take();
    Optional<Op> op = Op.at(how);
    if (op.isEmpty()) {
      throw Tokens.unexpected(how, "one of = != =~ !~");
    }
    Token value = tokens.take();
    if (value.kind() != Kind.STRING) {
      throw Tokens.unexpected(value, "a string");
    }
    tokens.newer(matchers.add(label, op.get(), value));
  }

  /** What an operand is with all that follows it. */
  Part withModifiers(Part operand) throws Refused {
    Part part = operand;
    while (true) {
      Token token = tokens.at(0);
      if (token.isSign("[")) {
        part = range(part);
      } else if (token.isWord("offset")) {
        part = shifted(part);
      } else if (token.isSign("@")) {
        part = pinned(part);
      } else {
        return part;
      }
    }
  }

  private Part range(Part of) throws Refused {
    Token open = tokens.take();
    BigDecimal seconds = tokens.duration();
    if (tokens.takeSign(":")) {
      BigDecimal step = tokens.at(0).isSign("]") ? BigDecimal.ZERO : tokens.duration();
      tokens.close(open, "]");
      if (!of.isVector()) {
        throw new Refused("a subquery of " + of.type(), of.start());
      }
      return ranging(of, seconds, OptionalDouble.of(step.doubleValue()), Part.Form.SUBQUERY);
    }
    tokens.close(open, "]");
    if (of.form() != Part.Form.SELECTOR) {
      throw new Refused("a range of what is no selector", open.start());
    }
    if (of.shifted() || of.pinned()) {
      throw new Refused("a range stands before offset and @", open.start());
    }
    return ranging(of, seconds, OptionalDouble.empty(), Part.Form.RANGE);
  }

  private Part ranging(Part of, BigDecimal seconds, OptionalDouble step, Part.Form form) {
    widest = widest.max(seconds);
    return Part.of(of.start(), new Expr.Range(of.expr(), seconds.doubleValue(), step), form);
  }

  private Part shifted(Part part) throws Refused {
    Token offset = tokens.take();
    boolean later = tokens.takeSign("-");
    if (!later && tokens.takeSign("+")) {
      tokens.newer(true);
    }
    double seconds = tokens.duration().doubleValue();
    refuseModifier(offset, part, part.shifted());
    OptionalDouble earlier = OptionalDouble.of(later ? -seconds : seconds);
    return part.shift(new Expr.Shifted(part.expr(), earlier));
  }

  private Part pinned(Part part) throws Refused {
    Token sign = tokens.take();
    if (tokens.takeWord("start") || tokens.takeWord("end")) {
      tokens.close(tokens.open(), ")");
    } else {
      if (!tokens.takeSign("+")) {
        tokens.takeSign("-");
      }
      Token time = tokens.at(0);
      if (!Tokens.isNumber(time)) {
        throw tokens.unexpected("a time");
      }
      if (!(tokens.number() < Long.MAX_VALUE)) {
        throw new Refused("the time is out of bounds", time.start());
      }
    }
    refuseModifier(sign, part, part.pinned());
    return part.pin(new Expr.Shifted(part.expr(), OptionalDouble.empty()));
  }

  private static void refuseModifier(Token modifier, Part part, boolean again) throws Refused {
    if (part.form() == Part.Form.OTHER) {
      throw new Refused(
          modifier.shown() + " stands after selectors and subqueries only", modifier.start());
    }
    if (again) {
      throw new Refused(modifier.shown() + " stands here twice", modifier.start());
    }
  }
}
