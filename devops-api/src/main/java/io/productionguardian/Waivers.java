package io.productionguardian;

import com.google.common.collect.ImmutableList;
import io.productionguardian.Assessment.WaivedFinding;
import io.productionguardian.document.SourceLocation;
import io.productionguardian.model.EpicId;
import io.productionguardian.model.Severity;
import io.productionguardian.policy.Policy;
import io.productionguardian.policy.Policy.Waiver;
import io.productionguardian.rule.Finding;
import io.productionguardian.rule.RuleInfo;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a policy's waivers do to findings.
 *
 * @param standing what is not waived, with what is wrong about the waivers themselves
 * @param waived what is waived
 */
record Waivers(List<Finding> standing, List<WaivedFinding> waived) {

  Waivers {
    standing = ImmutableList.copyOf(standing);
    waived = ImmutableList.copyOf(waived);
  }

  static final RuleInfo INFO =
      RuleInfo.of("waiver", Severity.WARN, RuleInfo.Concern.INPUT)
          .summary("Each waiver of the policy holds and is needed.")
          .impact("A waiver that nobody looks after hides the next fault")
          .requirement(
              "A waiver names a rule that may be waived and this epic, says why, who answers for it"
                  + " and until which day, and lets a finding stand")
          .suggestion("Renew the waiver with a new day, or take it out of the policy")
          .action("fix_waiver")
          .example(
              """
              waivers:
                - rule: rollback-time
                  epic: epic_25
                  reason: the database is small
                  owner: Ada
                  expires: 2020-01-31      # past
              """,
              """
              waivers:
                - rule: rollback-time
                  epic: epic_25
                  reason: the database is small until the import in spring
                  owner: Ada
                  expires: 2030-01-31
              """)
          .unwaivable()
          .build();

  /**
   * Lets stand what may stand.
   *
   * @param infos the rules that are there, also those that the policy turns off
   * @param today the day in the policy's zone
   */
  static Waivers apply(
      Policy policy, List<Finding> findings, List<RuleInfo> infos, EpicId epic, LocalDate today) {
    List<Finding> standing = new ArrayList<>(findings);
    ImmutableList.Builder<WaivedFinding> waived = ImmutableList.builder();
    List<Finding> about = new ArrayList<>();
    policy
        .malformedWaivers()
        .forEach(
            fault ->
                about.add(about(fault.place(), "The waiver waives nothing: " + fault.message())));
    for (Waiver waiver : policy.waivers()) {
      Optional<RuleInfo> rule =
          infos.stream().filter(info -> info.id().equals(waiver.rule())).findFirst();
      if (rule.isEmpty()) {
        about.add(
            about(waiver.place(), "The waiver is for a rule that is not there: " + waiver.rule()));
      } else if (!rule.get().waivable()) {
        about.add(
            about(waiver.place(), "The rule " + waiver.rule() + " cannot be waived by anybody"));
      } else if (waiver.epic().equals(epic)) {
        about.addAll(apply(waiver, standing, waived, today));
      }
    }
    standing.addAll(about);
    return new Waivers(ImmutableList.copyOf(standing), waived.build());
  }

  private static List<Finding> apply(
      Waiver waiver,
      List<Finding> standing,
      ImmutableList.Builder<WaivedFinding> waived,
      LocalDate today) {
    List<Finding> meant =
        standing.stream()
            .filter(finding -> finding.rule().id().equals(waiver.rule()))
            .filter(finding -> finding.rule().waivable())
            .toList();
    if (today.isAfter(waiver.expires())) {
      return List.of(
          about(
              waiver.place(),
              "The waiver of "
                  + waiver.rule()
                  + " held until "
                  + waiver.expires()
                  + " and waives nothing"));
    }
    if (meant.isEmpty()) {
      return List.of(
          about(
              waiver.place(),
              "The waiver of " + waiver.rule() + " is not needed: the rule finds nothing"));
    }
    standing.removeAll(meant);
    meant.forEach(finding -> waived.add(new WaivedFinding(finding, waiver)));
    return List.of();
  }

  private static Finding about(SourceLocation place, String violation) {
    return new Finding(INFO, violation, place, Optional.empty());
  }
}
