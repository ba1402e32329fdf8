package io.productionguardian.cli;

/** Something that the person at the keyboard can fix. The message says how. */
final class Mistake extends RuntimeException {

  private static final long serialVersionUID = 1L;

  Mistake(String message) {
    super(message);
  }
}
