package io.productionguardian.policy;

import io.productionguardian.document.Document;
import io.productionguardian.document.SourceFile;
import io.productionguardian.model.EpicId;
import io.productionguardian.model.Severity;
import io.productionguardian.policy.Policy.Profile;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * Collects what a policy says. The policy is the one that a file saying the same would give: it is
 * written as JSON and read by {@code policy.schema.json}, so that a program can say nothing that a
 * file cannot, and the digest is that of what is said.
 *
 * @since 0.1.0
 */
@API(status = API.Status.STABLE, since = "0.1.0")
public final class PolicyBuilder {

  private static final String NAME = "(the policy of the program)";

  private final Map<String, String> members = new TreeMap<>();
  private final Map<String, Map<String, String>> rules = new TreeMap<>();
  private final Map<String, Map<String, String>> settings = new TreeMap<>();
  private final List<String> waivers = new ArrayList<>();
  private Optional<Catalog> catalog = Optional.empty();

  PolicyBuilder() {}

  /** How much findings weigh; {@link Profile#STRICT} unless it is set. */
  public PolicyBuilder profile(Profile profile) {
    members.put("profile", text(profile.wireName()));
    return this;
  }

  /** The zone that timestamps are written in; UTC unless it is set. */
  public PolicyBuilder zone(ZoneId zone) {
    members.put("zone", text(zone.getId()));
    return this;
  }

  /** The infrastructure that all services share; the specification's unless it is set. */
  public PolicyBuilder catalog(Catalog other) {
    catalog = Optional.of(other);
    return this;
  }

  /** Another severity than the rule's own. */
  public PolicyBuilder severity(String rule, Severity severity) {
    return say(rules, rule, "severity", text(severity.name().toLowerCase(Locale.ROOT)));
  }

  /** Turns a rule off, for a reason. */
  public PolicyBuilder off(String rule, String reason) {
    return say(rules, rule, "off", text(reason));
  }

  /** A value of a rule's parameter that is a number. */
  public PolicyBuilder setting(String rule, String parameter, long value) {
    return say(settings, rule, parameter, Long.toString(value));
  }

  /** A value of a rule's parameter that is a number. */
  public PolicyBuilder setting(String rule, String parameter, BigDecimal value) {
    return say(settings, rule, parameter, value.toString());
  }

  /** A value of a rule's parameter that is a truth value. */
  public PolicyBuilder setting(String rule, String parameter, boolean value) {
    return say(settings, rule, parameter, Boolean.toString(value));
  }

  /** A value of a rule's parameter that is a text. */
  public PolicyBuilder setting(String rule, String parameter, String value) {
    return say(settings, rule, parameter, text(value));
  }

  /**
   * Lets a rule's findings for one epic stand for a time.
   *
   * @param reason why
   * @param owner who answers for it
   * @param expires the last day on which it holds, in the policy's zone
   */
  public PolicyBuilder waive(
      String rule, EpicId epic, String reason, String owner, LocalDate expires) {
    waivers.add(
        object(
            Map.of(
                "rule", text(rule),
                "epic", text(epic.value()),
                "reason", text(reason),
                "owner", text(owner),
                "expires", text(expires.toString()))));
    return this;
  }

  /**
   * Makes the policy.
   *
   * @throws PolicyException if it is not what {@code policy.schema.json} describes: a rule is off
   *     without a reason, a waiver says too little
   */
  public Policy build() {
    String json = json();
    Policy policy = json.equals("{}") ? Policy.standard() : read(json);
    if (!policy.malformedWaivers().isEmpty()) {
      throw refused(
          policy.malformedWaivers().stream().map(it -> it.place() + " " + it.message()), json);
    }
    return catalog.map(policy::withCatalog).orElse(policy);
  }

  private static Policy read(String json) {
    try {
      return Policy.read(SourceFile.of(NAME, json), Document.Format.JSON, Optional.empty());
    } catch (PolicyException e) {
      throw refused(String.valueOf(e.getMessage()).lines(), json);
    }
  }

  /** Places within a text that nobody has seen mean nothing without it. */
  private static PolicyException refused(Stream<String> faults, String json) {
    return new PolicyException(faults.map(fault -> fault + " in " + json).toList());
  }

  private String json() {
    Map<String, String> all = new TreeMap<>(members);
    Map<String, Map<String, String>> said = new TreeMap<>();
    rules.forEach((rule, members) -> said.put(rule, new TreeMap<>(members)));
    settings.forEach(
        (rule, values) ->
            said.computeIfAbsent(rule, none -> new TreeMap<>()).put("settings", object(values)));
    if (!said.isEmpty()) {
      Map<String, String> byRule = new TreeMap<>();
      said.forEach((rule, members) -> byRule.put(rule, object(members)));
      all.put("rules", object(byRule));
    }
    if (!waivers.isEmpty()) {
      all.put("waivers", "[" + String.join(",", waivers) + "]");
    }
    return object(all);
  }

  private PolicyBuilder say(
      Map<String, Map<String, String>> of, String rule, String member, String json) {
    of.computeIfAbsent(rule, none -> new TreeMap<>()).put(member, json);
    return this;
  }

  private static String object(Map<String, String> members) {
    return new TreeMap<>(members)
        .entrySet().stream()
            .map(member -> text(member.getKey()) + ":" + member.getValue())
            .collect(Collectors.joining(",", "{", "}"));
  }

  /** A JSON string (RFC 8259, section 7). */
  private static String text(String value) {
    StringBuilder json = new StringBuilder("\"");
    value
        .chars()
        .forEach(
            c -> {
              if (c < ' ' || c == '"' || c == '\\' || Character.isSurrogate((char) c)) {
                json.append(String.format(Locale.ROOT, "\\u%04x", c));
              } else {
                json.append((char) c);
              }
            });
    return json.append('"').toString();
  }
}
