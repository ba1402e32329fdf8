package io.productionguardian.promql;

/** Why a text is no expression, and where; it never leaves the package. */
final class Refused extends Exception {

  private static final long serialVersionUID = 1L;

  private final String reason;
  private final int offset;

  Refused(String reason, int offset) {
    super(reason, null, false, false); // text is often refused: a stack trace would only cost time
    this.reason = reason;
    this.offset = offset;
  }

  String reason() {
    return reason;
  }

  int offset() {
    return offset;
  }
}
