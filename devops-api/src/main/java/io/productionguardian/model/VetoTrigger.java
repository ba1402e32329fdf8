package io.productionguardian.model;

import org.apiguardian.api.API;

/**
 * The seven reasons to veto at once, in the order of the role's specification ("VETO Triggers").
 *
 * @since 0.1.0
 */
@API(status = API.Status.STABLE, since = "0.1.0")
public enum VetoTrigger {
  NO_HEALTH_CHECKS("No health checks defined", "not_production_ready"),
  NO_ROLLBACK_PLAN("No rollback plan", "no_rollback_plan"),
  NO_MONITORING("No monitoring/alerting", "missing_monitoring"),
  NO_RUNBOOK("No runbook", "not_production_ready"),
  SECURITY_VULNERABILITIES("Security vulnerabilities", "not_production_ready"),
  RESOURCES_UNDEFINED("Resource requirements undefined", "not_production_ready"),
  NO_STAGING_VALIDATION("No staging validation", "not_production_ready");

  private final String words;
  private final String subject;

  VetoTrigger(String words, String subject) {
    this.words = words;
    this.subject = subject;
  }

  /** The trigger in the specification's words. */
  public String words() {
    return words;
  }

  /** The {@code subject} of the veto message that this trigger leads to. */
  public String subject() {
    return subject;
  }
}
