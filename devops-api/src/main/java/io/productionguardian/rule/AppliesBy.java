package io.productionguardian.rule;

import io.productionguardian.model.Agent;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * Who may apply a remedy.
 *
 * @param kind a machine, an agent or a person
 * @param agent which agent, if it is one
 * @since 0.1.0
 */
@API(status = API.Status.STABLE, since = "0.1.0")
public record AppliesBy(Kind kind, Optional<Agent> agent) {

  /** The kinds of those who may apply a remedy. */
  public enum Kind {
    /** A program, without asking anybody: what it writes follows from what is there. */
    MACHINE,
    /** The named agent, who states a fact that is its own. */
    AGENT,
    /** A person, who decides. */
    PERSON
  }

  /** Any program. */
  public static final AppliesBy MACHINE = new AppliesBy(Kind.MACHINE, Optional.empty());

  /** A person. */
  public static final AppliesBy PERSON = new AppliesBy(Kind.PERSON, Optional.empty());

  /**
   * Checks that an agent is named where one is meant, and only there.
   *
   * @throws IllegalArgumentException if not
   */
  public AppliesBy {
    if ((kind == Kind.AGENT) != agent.isPresent()) {
      throw new IllegalArgumentException("An agent is named if, and only if, the kind is AGENT");
    }
  }

  /** One agent. */
  public static AppliesBy agent(Agent agent) {
    return new AppliesBy(Kind.AGENT, Optional.of(agent));
  }

  /** Who it is, as a sentence says it: {@code any program} or {@code the agent quality}. */
  public String words() {
    return agent
        .map(name -> "the agent " + name.wireName())
        .orElse(kind == Kind.MACHINE ? "any program" : "a person");
  }

  /** {@code machine}, {@code person} or the agent's name, for instance {@code quality}. */
  public String wireName() {
    return agent.map(Agent::wireName).orElse(kind == Kind.MACHINE ? "machine" : "person");
  }
}
