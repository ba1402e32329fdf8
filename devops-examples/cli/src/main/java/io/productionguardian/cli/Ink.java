package io.productionguardian.cli;

/** What a text is printed in. The escape sequences of these are the only ones that are printed. */
enum Ink {
  PLAIN(""),
  STRONG("1"),
  FAINT("2"),
  GOOD("32"),
  BAD("31"),
  CAREFUL("33"),
  GOOD_NEWS("1;32"),
  BAD_NEWS("1;31"),
  PLACE("36");

  private final String code;

  Ink(String code) {
    this.code = code;
  }

  String on(String text) {
    return this == PLAIN ? text : "\u001b[" + code + 'm' + text + "\u001b[0m";
  }
}
