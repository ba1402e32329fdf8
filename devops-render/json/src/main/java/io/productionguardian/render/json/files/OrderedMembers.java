package io.productionguardian.render.json.files;

import com.google.common.collect.ImmutableMap;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;

/** The members of an object in the order in which they are added. */
@API(status = API.Status.INTERNAL, since = "0.1.0")
public final class OrderedMembers {

  private final ImmutableMap.Builder<String, Object> members = ImmutableMap.builder();

  public OrderedMembers add(String name, Object value) {
    members.put(name, value);
    return this;
  }

  /** Adds nothing when there is no value, since the specification knows no {@code null}. */
  public OrderedMembers addIfPresent(String name, Optional<?> value) {
    value.ifPresent(there -> members.put(name, there));
    return this;
  }

  public Map<String, Object> build() {
    return members.buildOrThrow();
  }
}
