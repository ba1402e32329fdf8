package io.productionguardian.render.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the steps of the workflow run. A script takes its values from its environment only. */
enum Script {
  NO_TESTS,
  COVERAGE,
  CONNECT,
  SET_IMAGE,
  RECORD,
  KEEP_REPLICAS,
  APPLY,
  SMOKE,
  WATCH,
  START_CANARY,
  END_CANARY,
  WITHDRAW_CANARY,
  START_COLOUR,
  SWITCH_COLOUR,
  SETTLE_COLOUR,
  RETIRE_COLOURS,
  RETIRE_COLOURLESS,
  GO_ON,
  ROLL_BACK,
  TELL;

  private final String text = read(name().toLowerCase(Locale.ROOT).replace('_', '-') + ".sh");

  /** The script's text. */
  String text() {
    return text;
  }

  /** The texts of several scripts, one after the other. */
  static String join(Script... scripts) {
    return Arrays.stream(scripts).map(Script::text).collect(Collectors.joining());
  }

  private static String read(String file) {
    try (InputStream in = Script.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("the library lacks its script " + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
