package io.productionguardian.laws.hostile;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What the specification's triggers and must-haves, and the contract's words on consent, forbid to
 * approve. Written from those two pages: it reads the files with plain Jackson, and says only what
 * nobody could dispute, so that it need not know every dialect.
 */
final class Oracle {

  private static final BigDecimal MOST_SECONDS = BigDecimal.valueOf(60);
  private static final List<String> REQUIRED = List.of("review", "implementation", "plan");
  private static final List<String> STATING = List.of("implementation", "plan", "deployment");
  private static final Set<String> CONSENT =
      Set.of("approved", "approve", "pass", "passed", "ok", "go");
  private static final Set<String> NOTHING =
      Set.of("", "none", "nobody", "na", "tbd", "todo", "null", "nil", "unknown");

  /** The review's statements that must not be denied. */
  private static final Set<String> STATEMENTS =
      Set.of(
          "acceptance_criteria_met",
          "test_coverage_adequate",
          "performance_acceptable",
          "security_verified",
          "production_ready",
          "merge_ready");

  private Oracle() {}

  /** Why the epic must not be approved; empty when nothing is claimed. */
  static List<String> forbids(Mutant mutant) {
    List<String> because = new ArrayList<>();
    mutant.claims().stream()
        .filter(claim -> claim.stands().test(mutant))
        .map(Claim::because)
        .forEach(because::add);
    because.addAll(read(mutant));
    return because;
  }

  /** The same from the files alone. */
  static List<String> read(Mutant mutant) {
    ImmutableList.Builder<String> because = ImmutableList.builder();
    for (String artifact : REQUIRED) {
      if (mutant.json(artifact).isEmpty()) {
        return List.of(artifact + ".json is no JSON object");
      }
      JsonNode epic = mutant.at(artifact, "/epic_id");
      if (epic.isString() && !isEpic(epic.stringValue())) {
        because.add(artifact + ".json is of " + epic);
      }
    }
    because.addAll(review(mutant));
    because.addAll(operations(mutant));
    because.addAll(rollback(mutant));
    because.addAll(stages(mutant));
    return because.build();
  }

  private static boolean isEpic(String text) {
    return plain(text).endsWith("25");
  }

  private static List<String> review(Mutant mutant) {
    ImmutableList.Builder<String> because = ImmutableList.builder();
    List<String> statuses =
        List.of(
            "/review_status",
            "/approval/status",
            "/three_pass_review/architecture_pass/status",
            "/three_pass_review/component_pass/status",
            "/three_pass_review/synthesis_pass/status",
            "/verdict");
    for (String pointer : statuses) {
      JsonNode status = mutant.at("review", pointer);
      if (refuses(status)) {
        because.add("the review's " + pointer + " is " + status);
      }
    }
    if (statuses.stream().noneMatch(pointer -> states(mutant.at("review", pointer)))) {
      because.add("no word of consent in the review");
    }
    mutant.json("review").ifPresent(root -> denied(root, because));
    JsonNode scan = mutant.at("review", "/security_scan");
    JsonNode found = scan.path("vulnerabilities_found");
    JsonNode passed = scan.path("passed");
    if (found.isNumber() && found.decimalValue().signum() > 0) {
      because.add("the scan found " + found);
    }
    if (passed.isBoolean() && !passed.booleanValue()) {
      because.add("the scan did not pass");
    }
    if (!(found.isNumber() || found.isString())
        && !(passed.isBoolean() || passed.isString())
        && mutant.files().keySet().stream().noneMatch(it -> it.startsWith(Mutant.EVIDENCE))) {
      because.add("no scan is told of");
    }
    return because.build();
  }

  private static boolean refuses(JsonNode status) {
    return status.isString()
        ? !isNothing(status) && !CONSENT.contains(plain(status.stringValue()))
        : status.isBoolean() && !status.booleanValue();
  }

  private static void denied(JsonNode node, ImmutableList.Builder<String> because) {
    for (String name : node.propertyNames()) {
      JsonNode value = node.get(name);
      if (STATEMENTS.contains(name) && value.isBoolean() && !value.booleanValue()) {
        because.add("the review denies " + name);
      }
      if (name.equals("severity")
          && value.isString()
          && plain(value.stringValue()).equals("critical")) {
        because.add("the review has a critical issue");
      }
      denied(value, because);
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      denied(node.get(i), because);
    }
  }

  private static List<String> operations(Mutant mutant) {
    ImmutableList.Builder<String> because = ImmutableList.builder();
    for (String probe : List.of("readiness", "liveness")) {
      if (nowhere(mutant, "/health_checks/" + probe, Oracle::statesText)) {
        because.add("no " + probe);
      }
    }
    for (String part : List.of("metrics", "alerts")) {
      if (nowhere(mutant, "/monitoring/" + part, Oracle::states)) {
        because.add("no " + part);
      }
    }
    if (nowhere(mutant, "/infrastructure/resources_required/memory", Oracle::states)) {
      because.add("no memory");
    }
    if (!mutant.files().containsKey(Mutant.ARTIFACTS + "runbook.md")) {
      if (nowhere(mutant, "/runbook/contacts", Oracle::states)
          && nowhere(mutant, "/service/owner", Oracle::states)) {
        because.add("nobody to call");
      }
      if (nowhere(mutant, "/runbook", Oracle::states)) {
        because.add("no runbook");
      }
    }
    return because.build();
  }

  /** A file of a drill counts before what an agent says of one. */
  private static boolean hasDrillFile(Mutant mutant) {
    return mutant.files().containsKey(Mutant.EVIDENCE + "rollback_drill.json");
  }

  private static List<String> rollback(Mutant mutant) {
    ImmutableList.Builder<String> because = ImmutableList.builder();
    if (nowhere(mutant, "/rollback", Oracle::states)
        && !states(mutant.at("plan", "/rollback_plan"))
        && !states(mutant.at("plan", "/rollback_strategy"))) {
      because.add("no rollback plan");
    }
    if (!hasDrillFile(mutant)) {
      JsonNode drill = mutant.at("implementation", "/rollback/tested");
      if (nowhere(mutant, "/rollback/tested/outcome", Oracle::states)) {
        because.add("no drill with an outcome");
      } else if (drill.path("outcome").isString()
          && !Set.of("passed", "pass", "success", "succeeded", "ok", "successful")
              .contains(plain(drill.path("outcome").stringValue()))) {
        because.add("the drill's outcome is " + drill.path("outcome"));
      }
      if (nowhere(mutant, "/rollback/tested/environment", Oracle::states)
          || nowhere(mutant, "/rollback/tested/performed_at", Oracle::states)) {
        because.add("no place or time of a drill");
      }
    }
    for (String artifact : STATING) {
      for (String member : List.of("time_to_rollback_seconds", "tested/duration_seconds")) {
        JsonNode seconds = mutant.at(artifact, "/rollback/" + member);
        boolean counts = !member.startsWith("tested") || !hasDrillFile(mutant);
        if (counts && seconds.isNumber() && seconds.decimalValue().compareTo(MOST_SECONDS) > 0) {
          because.add("the rollback's " + member + " is " + seconds);
        }
      }
    }
    return because.build();
  }

  private static List<String> stages(Mutant mutant) {
    ImmutableList.Builder<String> because = ImmutableList.builder();
    JsonNode stages = mutant.at("implementation", "/deployment_strategy/stages");
    if (!stages.isArray() || stages.isEmpty()) {
      return because.build(); // what is not stated, the role itself creates
    }
    List<JsonNode> staging = named(stages, "staging");
    if (staging.isEmpty()) {
      because.add("no staging among the stages");
    } else if (staging.stream().noneMatch(stage -> states(stage.path("tests")))) {
      because.add("nothing is tested on staging");
    }
    for (JsonNode stage : named(stages, "production")) {
      JsonNode automatic = stage.path("automatic");
      if (automatic.isBoolean() && automatic.booleanValue()) {
        because.add("production is automatic");
      }
    }
    return because.build();
  }

  private static List<JsonNode> named(JsonNode stages, String name) {
    return stages
        .valueStream()
        .filter(
            stage ->
                Stream.of("stage", "name", "environment")
                    .map(member -> stage.path(member).asString(""))
                    .anyMatch(text -> plain(text).contains(name.substring(0, 4))))
        .toList();
  }

  private static boolean nowhere(Mutant mutant, String pointer, Predicate<JsonNode> states) {
    return STATING.stream().map(artifact -> mutant.at(artifact, pointer)).noneMatch(states);
  }

  /** Whether any text or number within says something. */
  private static boolean states(JsonNode node) {
    if (node.isContainer()) {
      return node.valueStream().anyMatch(Oracle::states);
    }
    return node.isNumber()
        ? node.decimalValue().signum() != 0
        : node.isString() ? !isNothing(node) : node.isBoolean() && node.booleanValue();
  }

  /** Whether any text within says something: an endpoint is one, an interval is none. */
  private static boolean statesText(JsonNode node) {
    return node.isContainer()
        ? node.valueStream().anyMatch(Oracle::statesText)
        : node.isString() && !isNothing(node);
  }

  private static boolean isNothing(JsonNode node) {
    return NOTHING.contains(plain(node.stringValue()));
  }

  /** Its letters and digits in small. */
  private static String plain(String text) {
    StringBuilder plain = new StringBuilder();
    text.toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }
}
