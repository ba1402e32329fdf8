package io.productionguardian.promql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The expressions of {@code cases.txt}, which {@code .ci/judge-promql} shows to promtool. */
final class Cases {

  private static final Pattern CASE = Pattern.compile("([+3]) (.*)|(-) \\[(.*?)](?: (.*))?");

  private Cases() {}

  /**
   * A line of the file.
   *
   * @param line as it stands there
   * @param verdict {@code +}, {@code 3} or {@code -}
   * @param reason a part of the reason why it is refused
   */
  record Case(String line, char verdict, String reason, String expression) {}

  static List<Case> all() {
    try (InputStream file = Cases.class.getResourceAsStream("cases.txt")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .map(Cases::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Stream<String> expressions() {
    return all().stream().map(Case::expression);
  }

  private static Case read(String line) {
    Matcher matcher = CASE.matcher(line);
    if (!matcher.matches()) {
      throw new IllegalStateException("no case: " + line);
    }
    boolean refused = matcher.group(3) != null;
    String expression = matcher.group(refused ? 5 : 2);
    return new Case(
        line,
        line.charAt(0),
        refused ? matcher.group(4) : "",
        expression == null
            ? ""
            : expression.replace('⏎', '\n').replace('⇥', '\t').replace('␍', '\r'));
  }
}
