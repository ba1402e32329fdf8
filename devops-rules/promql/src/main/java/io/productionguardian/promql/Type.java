package io.productionguardian.promql;

import org.apiguardian.api.API;

/** What an expression gives. */
@API(status = API.Status.INTERNAL, since = "0.1.0")
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
