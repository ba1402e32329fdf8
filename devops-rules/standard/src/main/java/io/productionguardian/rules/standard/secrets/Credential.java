package io.productionguardian.rules.standard.secrets;

/**
 * A credential in a file's text.
 *
 * @param message what is wrong, one sentence that does not quote it
 * @param start offset of the secret's first character
 * @param end offset behind its last one
 * @param cut offset of the first character that fixing replaces
 * @param cutEnd offset behind the last one
 * @param fixed what takes their place
 */
record Credential(String message, int start, int end, int cut, int cutEnd, String fixed) {

  /** A secret in whose place a variable belongs. */
  static Credential of(String message, int start, int end, String variable) {
    return new Credential(message, start, end, start, end, "${" + variable + "}");
  }

  boolean overlaps(Credential other) {
    return start < other.end && other.start < end;
  }
}
