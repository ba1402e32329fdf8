package io.productionguardian.promql.eval;

/** The value of an expression is not known here, or Prometheus would not compute it either. */
final class CannotEvaluateException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final boolean refused;

  CannotEvaluateException(String message) {
    this(message, false);
  }

  private CannotEvaluateException(String message, boolean refused) {
    super(message);
    this.refused = refused;
  }

  /** What Prometheus knows, and is not known here. */
  static CannotEvaluateException unknown(String function) {
    return new CannotEvaluateException(function + " is not evaluated here");
  }

  /** What is a fault for Prometheus too. */
  static CannotEvaluateException refused(String message) {
    return new CannotEvaluateException(message, true);
  }

  boolean isRefused() {
    return refused;
  }
}
