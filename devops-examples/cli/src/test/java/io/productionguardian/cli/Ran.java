package io.productionguardian.cli;

import com.google.common.collect.ImmutableMap;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A command that was run within this process.
 *
 * @param code its exit code
 * @param out what it printed
 * @param err what it printed to standard error
 */
record Ran(int code, String out, String err) {

  private static final Pattern FIRST_BLOCKING =
      Pattern.compile("Blocking \\(.*?\\[([a-z0-9-]+)]", Pattern.DOTALL);

  /** Runs a command without a terminal. */
  static Ran guardian(Object... arguments) {
    return with(ImmutableMap.of(), false, arguments);
  }

  /** Runs a command in a terminal. */
  static Ran inTerminal(Map<String, String> environment, Object... arguments) {
    return with(environment, true, arguments);
  }

  private static Ran with(Map<String, String> environment, boolean terminal, Object... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Shell shell =
        new Shell(out, err, environment, terminal, () -> Instant.parse("2026-11-20T09:08:07.654Z"));
    int code =
        Main.run(shell, Arrays.stream(arguments).map(String::valueOf).toArray(String[]::new));
    return new Ran(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** The rule of the first finding that vetoes. */
  String firstBlockingRule() {
    Matcher matcher = FIRST_BLOCKING.matcher(out);
    return matcher.find() ? matcher.group(1) : "";
  }

  /** What it printed, whatever the lines are that it was broken into. */
  String words() {
    return out.replaceAll("\\s+", " ");
  }

  List<String> lines() {
    return out.lines().toList();
  }
}
