package io.productionguardian.model;

import java.util.Locale;
import org.apiguardian.api.API;

/**
 * What every deployment must have, in the order of the role's specification ("MUST HAVE before
 * deployment").
 *
 * @since 0.1.0
 */
@API(status = API.Status.STABLE, since = "0.1.0")
public enum MustHave {
  HEALTH_CHECKS("Health check endpoints (readiness + liveness)"),
  ROLLBACK_TESTED("Rollback plan tested"),
  MONITORING("Monitoring configured"),
  ALERTS("Alerts defined"),
  RUNBOOK("Runbook documented"),
  RESOURCE_LIMITS("Resource limits set"),
  SECURITY_SCAN("Security scanning passed");

  private final String words;

  MustHave(String words) {
    this.words = words;
  }

  /** The must-have in the specification's words. */
  public String words() {
    return words;
  }

  /** The name as files state it, for instance {@code rollback_tested}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
