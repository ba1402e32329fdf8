package io.productionguardian.model;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * The material that a runbook is written from.
 *
 * @param purpose what the service is for
 * @param sla the promise to its users, in words
 * @param dependencies what it cannot work without
 * @param dashboard where its dashboard is
 * @param logs how its log lines are found
 * @param issues what goes wrong and how it is fixed
 * @param contacts who helps, by role ({@code primary}, {@code escalation}, …), in the file's order
 * @since 0.1.0
 */
@API(status = API.Status.STABLE, since = "0.1.0")
public record Runbook(
    Optional<String> purpose,
    Optional<String> sla,
    List<String> dependencies,
    Optional<String> dashboard,
    Optional<String> logs,
    List<Issue> issues,
    Map<String, String> contacts) {

  /** Keeps copies. */
  public Runbook {
    dependencies = ImmutableList.copyOf(dependencies);
    issues = ImmutableList.copyOf(issues);
    contacts = ImmutableMap.copyOf(contacts);
  }

  /**
   * Something that goes wrong.
   *
   * @param alert the alert that tells of it
   * @param title a few words
   * @param symptoms what is seen
   * @param checks commands or steps that narrow it down
   * @param fix what fixes it
   */
  public record Issue(
      Optional<String> alert,
      String title,
      Optional<String> symptoms,
      List<String> checks,
      Optional<String> fix) {

    /** Keeps copies. */
    public Issue {
      checks = ImmutableList.copyOf(checks);
    }
  }

  /** The first issue that tells how to fix what this alert reports. */
  public Optional<Issue> issueFor(String alert) {
    return issues.stream()
        .filter(issue -> issue.alert().orElse(issue.title()).equals(alert))
        .filter(issue -> issue.fix().isPresent())
        .findFirst();
  }
}
