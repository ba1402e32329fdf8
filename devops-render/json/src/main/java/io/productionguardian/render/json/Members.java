package io.productionguardian.render.json;

import com.google.common.collect.ImmutableMap;
import java.util.Optional;

/** The members of an object in the order in which they are added. */
final class Members {

  private final ImmutableMap.Builder<String, Object> members = ImmutableMap.builder();

  Members add(String name, Object value) {
    members.put(name, value);
    return this;
  }

  /** Adds nothing when there is no value, since the specification knows no {@code null}. */
  Members addIfPresent(String name, Optional<?> value) {
    value.ifPresent(there -> members.put(name, there));
    return this;
  }

  ImmutableMap<String, Object> build() {
    return members.buildOrThrow();
  }
}
