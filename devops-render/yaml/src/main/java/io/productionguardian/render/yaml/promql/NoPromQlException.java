package io.productionguardian.render.yaml.promql;

/** A text is no expression, or one that Prometheus would refuse. */
final class NoPromQlException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NoPromQlException(String message) {
    super(message);
  }
}
