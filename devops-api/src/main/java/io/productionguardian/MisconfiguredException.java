package io.productionguardian;

import com.google.common.collect.ImmutableList;
import io.productionguardian.model.GuardianException;
import org.apiguardian.api.API;

/**
 * Rules, renderers and policy that do not go together. The message has a line for each fault.
 *
 * @since 0.1.0
 */
@API(status = API.Status.STABLE, since = "0.1.0")
public final class MisconfiguredException extends GuardianException {

  private static final long serialVersionUID = 1L;

  /** One line for each fault. */
  public MisconfiguredException(Iterable<String> faults) {
    super(String.join("\n", ImmutableList.copyOf(faults)), null);
  }

  /** One fault, and what it was noticed by. */
  MisconfiguredException(String fault, Throwable cause) {
    super(fault, cause);
  }
}
