package io.productionguardian.rules.standard.secrets;

/** Credentials that are none, put together when the tests run so that no file holds one. */
final class Fake {

  private static final String WORDS = "Fake0Not1Real2Bogus3Void4";

  /** Of letters and digits. */
  static String letters(int length) {
    return WORDS.repeat(1 + length / WORDS.length()).substring(0, length);
  }

  /** Of capital letters and the digits 2 to 7. */
  static String capitals(int length) {
    return "FAKE2NOT3REAL4BOGUS5".repeat(5).substring(0, length);
  }

  /** Of lower-case letters and digits. */
  static String lower(int length) {
    return "fake0not1real2bogus3".repeat(20).substring(0, length);
  }

  /** Of hexadecimal digits. */
  static String hex(int length) {
    return "fa0e1bad2c3b4d5e6f7".repeat(10).substring(0, length);
  }

  static String githubToken() {
    return "gh" + "p_" + letters(36);
  }

  static String privateKey(String lineEnd) {
    String name = "PRIVATE" + " KEY-----";
    return "-----BEGIN "
        + name
        + lineEnd
        + letters(64)
        + lineEnd
        + letters(40)
        + lineEnd
        + "-----END "
        + name;
  }

  private Fake() {}
}
