package io.productionguardian.cli;

/** Lines that are wrapped at words to a width. */
final class TextPage {

  /** A narrower column is harder to read than a line that begins further to the left. */
  private static final int LEAST_COLUMN = 24;

  private final int width;
  private final boolean colour;
  private final StringBuilder text = new StringBuilder();

  TextPage(int width, boolean colour) {
    this.width = width;
    this.colour = colour;
  }

  /** An empty line, and the title of what follows. */
  TextPage heading(Span... spans) {
    text.append('\n');
    return line(0, 0, spans);
  }

  /**
   * A line, and as many more as its words take. A word that is longer than a line is not parted, so
   * that paths and commands can be copied.
   *
   * @param indent blanks before the first line
   * @param hanging blanks before the others
   */
  TextPage line(int indent, int hanging, Span... spans) {
    int length = indent;
    text.append(" ".repeat(indent));
    boolean first = true;
    for (Word word : Word.in(spans)) {
      int gap = word.gap();
      if (!first && length + gap + word.length() > width) {
        text.append('\n');
        length = 0;
        gap = width - hanging < LEAST_COLUMN ? indent + 4 : hanging;
      }
      text.append(" ".repeat(gap));
      word.pieces()
          .forEach(piece -> text.append(colour ? piece.ink().on(piece.text()) : piece.text()));
      length += gap + word.length();
      first = false;
    }
    text.append('\n');
    return this;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
