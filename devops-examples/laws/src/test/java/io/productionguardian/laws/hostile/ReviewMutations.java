package io.productionguardian.laws.hostile;

import static io.productionguardian.laws.hostile.MemberMutations.forbids;
import static io.productionguardian.laws.hostile.MemberMutations.set;
import static io.productionguardian.laws.hostile.Mutation.any;

import com.google.common.collect.ImmutableList;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** What turns quality's consent into none, and what blocks the developer. */
final class ReviewMutations {

  static final ImmutableList<Mutation> ALL =
      ImmutableList.of(
          forbids("a review that does not approve", ReviewMutations::notApproved),
          forbids("a review that denies", ReviewMutations::denied),
          forbids("a review with a blocker or a critical issue", ReviewMutations::blocker),
          forbids("a review whose scan found something", ReviewMutations::scanFound),
          forbids("of another epic", ReviewMutations::otherEpic),
          forbids("a member twice, the objection first or last", ReviewMutations::twice));

  private ReviewMutations() {}

  private static Mutant notApproved(Mutant mutant, RandomGenerator random) {
    String pointer =
        any(
            random,
            "/review_status",
            "/approval/status",
            "/verdict",
            "/decision",
            "/three_pass_review/architecture_pass/status",
            "/three_pass_review/component_pass/status",
            "/three_pass_review/synthesis_pass/status");
    String word =
        random.nextInt(3) == 0
            ? any(
                random,
                "pending",
                "fail",
                "failed",
                "in_review",
                "not approved",
                "unapproved",
                "disapproved",
                "conditionally_approved?",
                "needs_work",
                "not_passed",
                "no")
            : Spellings.objection(random);
    return set(mutant, "review", pointer, Mutant.JSON.valueToTree(word), "not approved");
  }

  private static Mutant denied(Mutant mutant, RandomGenerator random) {
    String pointer =
        any(
            random,
            "/three_pass_review/synthesis_pass/acceptance_criteria_met",
            "/three_pass_review/synthesis_pass/test_coverage_adequate",
            "/three_pass_review/synthesis_pass/performance_acceptable",
            "/three_pass_review/synthesis_pass/security_verified",
            "/three_pass_review/synthesis_pass/production_ready",
            "/approval/merge_ready",
            "/security_scan/passed",
            "/production_ready",
            "/release_gate");
    return set(
        mutant,
        "review",
        pointer,
        Mutant.read(any(random, "false", "false", "\"false\"", "\"no\"", "\"False\"")),
        "denied");
  }

  private static Mutant blocker(Mutant mutant, RandomGenerator random) {
    String severity = Spellings.cased(any(random, "critical", "blocker", "blocking"), random);
    JsonNode issue =
        Mutant.read(
            any(
                random,
                "{\"severity\": \"" + severity + "\", \"summary\": \"data is lost\"}",
                "{\"summary\": \"data is lost\", \"severity\": \"" + severity + " \"}",
                "{\"description\": \"data is lost\", \"level\": \"" + severity + "\"}",
                "{\"id\": \"B1\", \"issue\": \"data is lost\", \"priority\": \""
                    + severity
                    + "\"}"));
    ArrayNode list = Mutant.JSON.createArrayNode().add(issue);
    return switch (random.nextInt(5)) {
      case 0 ->
          set(
              mutant,
              "review",
              any(
                  random,
                  "/issues",
                  "/issues_found",
                  "/findings",
                  "/three_pass_review/component_pass/issues_found",
                  "/three_pass_review/architecture_pass/issues",
                  "/three_pass_review/synthesis_pass/issues"),
              list,
              "a critical issue");
      case 1 ->
          set(
              mutant,
              "review",
              any(
                  random,
                  "/blockers",
                  "/blocking_issues",
                  "/three_pass_review/architecture_pass/blockers",
                  "/three_pass_review/component_pass/blockers",
                  "/three_pass_review/synthesis_pass/blockers"),
              Mutant.read(
                  any(
                      random,
                      "[\"data is lost\"]",
                      "\"data is lost\"",
                      "[{\"issue\": \"data is lost\"}]",
                      "1")),
              "a blocker");
      case 2 ->
          set(
              mutant,
              "review",
              "/metrics/" + any(random, "critical_issues", "blockers"),
              Mutant.read(any(random, "1", "99999999999999999999", "\"1\"", "2.0")),
              "critical issues");
      case 3 ->
          set(
              mutant,
              "review",
              "/" + any(random, "critical_issues", "critical"),
              Mutant.read(any(random, "1", "[\"data is lost\"]", "\"data is lost\"", "\"2\"")),
              "critical issues");
      default ->
          set(
              mutant,
              "implementation",
              "/blockers",
              Mutant.read(
                  any(
                      random,
                      "[\"the database is not there\"]",
                      "\"the database is not there\"",
                      "[{\"id\": 1, \"description\": \"no database\"}]",
                      "{\"db\": \"no database\"}")),
              "the developer is blocked");
    };
  }

  private static Mutant scanFound(Mutant mutant, RandomGenerator random) {
    String finding =
        "{\"id\": \"CVE-2026-4711\", \"severity\": \""
            + Spellings.cased("critical", random)
            + "\", \"package\": \"libhealth\"}";
    return set(
        mutant,
        "review",
        "/security_scan/"
            + any(
                random,
                "findings",
                "vulnerabilities",
                "critical",
                "critical_vulnerabilities",
                "issues",
                "results",
                "counts",
                "by_severity",
                "vulnerabilities_found"),
        Mutant.read(
            any(
                random,
                "3",
                "\"3\"",
                "99999999999999999999",
                "[" + finding + "]",
                "{\"critical\": 2, \"high\": 0}",
                "{\"CRITICAL\": \"1\"}",
                "{\"items\": [" + finding + "]}")),
        "the scan found something");
  }

  private static Mutant otherEpic(Mutant mutant, RandomGenerator random) {
    return set(
        mutant,
        any(random, "review", "implementation", "plan"),
        "/epic_id",
        Mutant.read(
            any(random, "\"epic_26\"", "\"epic_2\"", "\"EP-099\"", "\"other\"", "\"epic_255\"")),
        "of another epic");
  }

  private static Mutant twice(Mutant mutant, RandomGenerator random) {
    String member = any(random, "review_status", "verdict", "approval");
    String word = Spellings.objection(random);
    String one =
        Mutant.JSON.writeValueAsString(member) + ": " + Mutant.JSON.writeValueAsString(word);
    String text = mutant.text(Mutant.artifact("review")).orElse("").strip();
    if (!text.startsWith("{") || !text.endsWith("}")) {
      return mutant.did("no review to say it twice");
    }
    String twice =
        random.nextBoolean()
            ? "{" + one + ", \"" + member + "\": \"approved\", " + text.substring(1)
            : text.substring(0, text.length() - 1) + ", " + one + "}";
    return mutant
        .with(Mutant.artifact("review"), twice)
        .did(
            "review: also " + one,
            Claim.ofText("an objection beside the approval", Mutant.artifact("review"), one));
  }
}
