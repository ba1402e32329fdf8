package io.productionguardian.rules.standard.secrets;

import java.util.stream.Collectors;

/** Texts as a remedy's content has them. */
public final class JsonText {

  private JsonText() {}

  /** The text as JSON, quotation marks included. */
  public static String of(String text) {
    return text.chars().mapToObj(JsonText::escaped).collect(Collectors.joining("", "\"", "\""));
  }

  private static String escaped(int character) {
    return switch (character) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\n' -> "\\n";
      case '\t' -> "\\t";
      default ->
          character < ' ' ? "\\u%04x".formatted(character) : Character.toString((char) character);
    };
  }
}
