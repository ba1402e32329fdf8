package io.productionguardian.cli;

/**
 * A piece of a line. Whatever reaches a page does so as a span, and is made harmless here.
 *
 * @param ink what it is printed in
 * @param text what it says
 */
record Span(Ink ink, String text) {

  Span {
    text = SafeText.of(text);
  }

  static Span plain(String text) {
    return new Span(Ink.PLAIN, text);
  }

  static Span strong(String text) {
    return new Span(Ink.STRONG, text);
  }

  static Span faint(String text) {
    return new Span(Ink.FAINT, text);
  }

  /** A text that is followed by blanks up to a width. */
  static Span cell(Ink ink, String text, int width) {
    String safe = SafeText.of(text);
    return new Span(ink, safe + " ".repeat(Math.max(0, width - length(safe))));
  }

  static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
