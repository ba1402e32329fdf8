package io.productionguardian.model;

import java.util.Locale;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * A role in the team of agents; its inbox carries its name.
 *
 * @since 0.1.0
 */
@API(status = API.Status.STABLE, since = "0.1.0")
public enum Agent {
  ANALYST,
  ARCHITECT,
  TECH_LEAD,
  DEVELOPER,
  QUALITY,
  DEVOPS;

  /** The name as files state it, for instance {@code tech_lead}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The agent of that wire name, if there is one. */
  public static Optional<Agent> parse(String text) {
    for (Agent agent : values()) {
      if (agent.wireName().equals(text)) {
        return Optional.of(agent);
      }
    }
    return Optional.empty();
  }
}
