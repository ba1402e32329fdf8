package io.productionguardian.laws.hostile;

import static io.productionguardian.laws.hostile.Mutation.any;

import com.google.common.collect.ImmutableList;
import io.productionguardian.laws.hostile.Mutation.Change;
import io.productionguardian.laws.hostile.Mutation.Effect;
import java.util.List;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** What is stated in the required artifacts, taken away or turned into the opposite. */
final class MemberMutations {

  /** One of these without the others leaves a trigger or a must-have without anything. */
  private static final List<String> NEEDED =
      List.of(
          "/health_checks",
          "/health_checks/readiness",
          "/health_checks/liveness",
          "/health_checks/readiness/endpoint",
          "/health_checks/liveness/endpoint",
          "/monitoring",
          "/monitoring/metrics",
          "/monitoring/alerts",
          "/rollback/tested",
          "/rollback/tested/outcome",
          "/rollback/tested/environment",
          "/rollback/tested/performed_at",
          "/infrastructure",
          "/infrastructure/resources_required",
          "/infrastructure/resources_required/memory",
          "/deployment_strategy/stages/1/tests",
          "/runbook");

  /** Where a word for nothing leaves nothing, beside the needed. */
  private static final List<String> SAID =
      List.of(
          "/runbook/common_issues/0/fix",
          "/runbook/common_issues/1/fix",
          "/monitoring/alerts/0/condition",
          "/monitoring/alerts/1/condition",
          "/deployment_strategy/stages/2/approval_required",
          "/infrastructure/resources_required/cpu",
          "/service/name",
          "/service/image");

  private static final List<String> EMPTY = List.of("null", "[]", "{}", "[null]", "[[]]", "false");

  private static final List<String> TOO_SLOW =
      List.of(
          "61",
          "90",
          "600",
          "1e3",
          "60.5",
          "\"1m30s\"",
          "\"PT1M30S\"",
          "\"90 seconds\"",
          "\"2 minutes\"",
          "\"1 minute 30 seconds\"",
          "\"45 minutes\"",
          "\"1h\"",
          "\"PT1H\"",
          "\"10m5s\"",
          "\"90s\"",
          "\"1.5 minutes\"",
          "\"0.5 hours\"",
          "\"up to 2 minutes\"",
          "\"90000ms\"",
          "\"1 min 30 s\"",
          "\"90\"",
          "\"about 90 seconds\"",
          "\"P1D\"",
          "\"1M30S\"",
          "\"２ minutes\"",
          "\"two minutes\"",
          "\"30 minutes (automatic)\"",
          "\"30s - 5m\"");

  static final ImmutableList<Mutation> ALL =
      ImmutableList.of(
          of("what is needed, left out", MemberMutations::leftOut),
          of("what is needed, a word for nothing", MemberMutations::saidNothing),
          of("what is needed, empty", MemberMutations::emptied),
          of("what is needed, in a list of nothing", MemberMutations::listOfNothing),
          of("nobody to call", MemberMutations::nobody),
          of("a rollback that takes too long", MemberMutations::tooSlow),
          of("a drill that is none", MemberMutations::noDrill),
          of("no rollback plan at all", MemberMutations::noRollback),
          of("staging skipped", MemberMutations::skipped),
          of("production by itself", MemberMutations::automatic),
          of("a review that does not approve", MemberMutations::notApproved),
          of("a review that denies", MemberMutations::denied),
          of("a review with a blocker or a critical issue", MemberMutations::blocker),
          of("a review whose scan found something", MemberMutations::scanFound),
          of("of another epic", MemberMutations::otherEpic),
          of("a member twice, the objection first or last", MemberMutations::twice));

  private MemberMutations() {}

  private static Mutation of(String kind, Change change) {
    return new Mutation(kind, Effect.FORBIDS, change);
  }

  private static Mutant set(
      Mutant mutant, String artifact, String pointer, JsonNode value, String because) {
    return mutant
        .set(artifact, pointer, value)
        .did(artifact + pointer + " = " + value, Claim.ofValue(because, artifact, pointer, value));
  }

  private static Mutant leftOut(Mutant mutant, RandomGenerator random) {
    String pointer = any(random, NEEDED);
    return mutant.remove("implementation", pointer).did("without implementation" + pointer);
  }

  private static Mutant saidNothing(Mutant mutant, RandomGenerator random) {
    List<String> all = ImmutableList.<String>builder().addAll(NEEDED).addAll(SAID).build();
    String pointer = any(random, all);
    JsonNode word = Mutant.JSON.valueToTree(Spellings.nothing(random));
    return set(mutant, "implementation", pointer, word, pointer + " says nothing");
  }

  private static Mutant emptied(Mutant mutant, RandomGenerator random) {
    String pointer = any(random, NEEDED);
    JsonNode value = Mutant.read(any(random, EMPTY));
    return set(mutant, "implementation", pointer, value, pointer + " is empty");
  }

  private static Mutant listOfNothing(Mutant mutant, RandomGenerator random) {
    String pointer =
        any(
            random,
            "/monitoring/metrics",
            "/monitoring/alerts",
            "/deployment_strategy/stages/1/tests");
    ArrayNode list = Mutant.JSON.createArrayNode();
    for (int i = random.nextInt(3); i >= 0; i--) {
      String word = Spellings.nothing(random);
      if (!pointer.endsWith("tests") && random.nextBoolean()) {
        list.addObject().put("name", word).put("condition", "up == 0");
      } else {
        list.add(word);
      }
    }
    return set(mutant, "implementation", pointer, list, pointer + " lists nothing");
  }

  private static Mutant nobody(Mutant mutant, RandomGenerator random) {
    Mutant other = mutant;
    for (String pointer :
        List.of(
            "/service/owner",
            "/runbook/contacts/primary",
            "/runbook/contacts/escalation",
            "/runbook/contacts/after_hours")) {
      other =
          random.nextBoolean()
              ? other.remove("implementation", pointer)
              : other.set(
                  "implementation", pointer, Mutant.JSON.valueToTree(Spellings.nothing(random)));
    }
    return other.did(
        "owner "
            + other.at("implementation", "/service/owner")
            + ", contacts "
            + other.at("implementation", "/runbook/contacts"));
  }

  private static Mutant tooSlow(Mutant mutant, RandomGenerator random) {
    JsonNode value = Mutant.read(any(random, TOO_SLOW));
    return switch (random.nextInt(3)) {
      case 0 ->
          set(mutant, "implementation", "/rollback/time_to_rollback_seconds", value, "too slow");
      case 1 -> set(mutant, "implementation", "/rollback/tested/duration_seconds", value, "slow");
      default ->
          value.isNumber()
              ? set(
                  mutant,
                  "plan",
                  "/rollback_plan/time_to_rollback",
                  Mutant.JSON.valueToTree(value + " seconds"),
                  "too slow")
              : set(mutant, "plan", "/rollback_plan/time_to_rollback", value, "too slow");
    };
  }

  private static Mutant noDrill(Mutant mutant, RandomGenerator random) {
    String at = "/rollback/tested";
    return switch (random.nextInt(6)) {
      case 0 -> {
        String word =
            any(
                random,
                "failed",
                "FAILED",
                "fail",
                "not passed",
                "aborted",
                "planned",
                "pending",
                "skipped",
                "tbd",
                "partially passed",
                "passed?",
                "unknown",
                "p\u0430ssed not");
        yield set(
            mutant,
            "implementation",
            at + "/outcome",
            Mutant.JSON.valueToTree(word),
            "the drill did not pass");
      }
      case 1 -> {
        String time =
            any(
                random,
                "2027-11-18T15:10:00Z",
                "2026_11_20_09_30_01",
                "2026-11-20T10:00:00Z",
                "2026-11-30",
                "tomorrow",
                "2026-02-30T15:10:00Z",
                "planned",
                "9999-12-31T23:59:59Z",
                "2026-11-18T25:10:00Z",
                "0");
        yield set(
            mutant,
            "implementation",
            at + "/performed_at",
            Mutant.JSON.valueToTree(time),
            "the drill was not performed");
      }
      case 2 ->
          set(
              mutant,
              "implementation",
              at + "/to_revision",
              Mutant.read("\"1.4.2\""),
              "the drill went nowhere");
      case 3 ->
          set(
              mutant,
              "implementation",
              at,
              Mutant.read(
                  any(
                      random,
                      "true",
                      "\"yes\"",
                      "\"passed\"",
                      "\"tested on staging\"",
                      "1",
                      "[\"passed\"]",
                      "{\"outcome\": \"passed\"}")),
              "the drill is only claimed");
      case 4 ->
          set(
              mutant,
              "implementation",
              at + "/outcome",
              Mutant.read(any(random, "false", "0", "null", "[]", "{}", "[\"failed\"]")),
              "no outcome");
      default ->
          set(
              mutant,
              "implementation",
              at + "/duration_seconds",
              Mutant.read(
                  any(random, "-1", "\"soon\"", "\"-\"", "\"tbd\"", "1e400", "false", "null")),
              "the drill has no time");
    };
  }

  private static Mutant noRollback(Mutant mutant, RandomGenerator random) {
    Mutant other = mutant.remove("implementation", "/rollback");
    return random.nextBoolean()
        ? other.remove("plan", "/rollback_plan").did("no rollback, no rollback_plan")
        : other
            .set("plan", "/rollback_plan", Mutant.JSON.valueToTree(Spellings.nothing(random)))
            .did("no rollback, rollback_plan " + other.at("plan", "/rollback_plan"));
  }

  private static Mutant skipped(Mutant mutant, RandomGenerator random) {
    String at = "/deployment_strategy";
    return switch (random.nextInt(5)) {
      case 0 ->
          mutant.remove("implementation", at + "/stages/1").did("without the stage of staging");
      case 1 ->
          set(
              mutant,
              "implementation",
              at + "/stages/1/stage",
              Mutant.JSON.valueToTree(
                  Spellings.cased(
                      any(
                          random,
                          "staging-skipped",
                          "no staging",
                          "staging (skipped)",
                          "skip staging",
                          "dev2",
                          "none",
                          "staging: n/a",
                          "not-staging"),
                      random)),
              "staging is none");
      case 2 ->
          set(
              mutant,
              "implementation",
              at + "/stages/1/" + any(random, "skip", "skipped", "SKIP"),
              Mutant.read(any(random, "true", "\"true\"", "\"yes\"", "1")),
              "staging is skipped");
      case 3 ->
          set(
              mutant,
              "implementation",
              at + "/stages/1/" + any(random, "enabled", "Enabled"),
              Mutant.read(any(random, "false", "\"false\"", "\"no\"", "0")),
              "staging is off");
      default ->
          set(
              mutant,
              any(random, "implementation", "plan", "review").equals("plan")
                  ? "plan"
                  : "implementation",
              any(random, "/stages_skipped", "/skipped_stages"),
              Mutant.read(
                  any(
                      random,
                      "[\"dev\", \"staging\"]",
                      "[\"staging\"]",
                      "\"staging\"",
                      "[\"STAGING\"]",
                      "\"dev, staging\"",
                      "{\"staging\": true}",
                      "[{\"stage\": \"staging\", \"reason\": \"no time\"}]")),
              "staging is skipped");
    };
  }

  private static Mutant automatic(Mutant mutant, RandomGenerator random) {
    Mutant other =
        mutant.set(
            "implementation",
            "/deployment_strategy/stages/2/stage",
            Mutant.JSON.valueToTree(
                any(random, "production", "prod", "live", "Production", "PROD", "production-eu")));
    return set(
        other,
        "implementation",
        "/deployment_strategy/stages/2/automatic",
        Mutant.read(any(random, "true", "\"true\"", "\"yes\"", "1", "\"True\"")),
        "production goes by itself");
  }

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
        Mutant.read(any(random, "false", "false", "\"false\"", "\"no\"", "\"False\"", "0")),
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
