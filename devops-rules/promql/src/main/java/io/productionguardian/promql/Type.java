package io.productionguardian.promql;

/** What an expression gives. */
public enum Type {
  SCALAR("a scalar"),
  VECTOR("an instant vector"),
  RANGE("a range vector"),
  STRING("a string");

  private final String named;

  Type(String named) {
    this.named = named;
  }

  @Override
  public String toString() {
    return named;
  }
}
