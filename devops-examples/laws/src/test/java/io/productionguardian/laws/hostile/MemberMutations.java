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

  /** A drill of its own, which counts before what the implementation says of one. */
  private static final String DRILL = Mutant.EVIDENCE + "rollback_drill.json";

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
          forbids("what is needed, left out", MemberMutations::leftOut),
          forbids("what is needed, a word for nothing", MemberMutations::saidNothing),
          forbids("what is needed, empty", MemberMutations::emptied),
          forbids("what is needed, in a list of nothing", MemberMutations::listOfNothing),
          forbids("nobody to call", MemberMutations::nobody),
          forbids("a rollback that takes too long", MemberMutations::tooSlow),
          forbids("a drill that is none", MemberMutations::noDrill),
          forbids("no rollback plan at all", MemberMutations::noRollback),
          forbids("staging skipped", MemberMutations::skipped),
          forbids("production by itself", MemberMutations::automatic));

  private MemberMutations() {}

  static Mutation forbids(String kind, Change change) {
    return new Mutation(kind, Effect.FORBIDS, change);
  }

  static Mutant set(
      Mutant mutant, String artifact, String pointer, JsonNode value, String because) {
    return mutant
        .set(artifact, pointer, value)
        .did(
            artifact + pointer + " = " + value,
            Claim.ofValue(because, artifact, pointer, value)
                .and(it -> !pointer.contains("tested") || !it.files().containsKey(DRILL)));
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

  /** Where the implementation states a time it counts, and another one of the plan only warns. */
  private static Mutant tooSlow(Mutant mutant, RandomGenerator random) {
    JsonNode value = Mutant.read(any(random, TOO_SLOW));
    String member =
        random.nextBoolean()
            ? "/rollback/time_to_rollback_seconds"
            : "/rollback/tested/duration_seconds";
    Mutant other = set(mutant, "implementation", member, value, "too slow");
    return other;
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
                "2026_11_22_09_30_01",
                "2026-11-22T00:00:00Z",
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
}
