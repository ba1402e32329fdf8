package io.productionguardian.policy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.hash.Hashing;
import io.productionguardian.document.Document;
import io.productionguardian.document.Document.Fault;
import io.productionguardian.document.Document.Limits;
import io.productionguardian.document.Node;
import io.productionguardian.document.SourceFile;
import io.productionguardian.document.SourceLocation;
import io.productionguardian.model.EpicId;
import io.productionguardian.model.Severity;
import io.productionguardian.schema.SchemaName;
import io.productionguardian.schema.Schemas;
import io.productionguardian.text.PlainWord;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * By what a release is judged. Read from a team's file, or made by a program with {@link
 * #builder()}; the digest follows from what it says, so that two policies of one digest judge
 * alike.
 *
 * @since 0.1.0
 */
@API(status = API.Status.STABLE, since = "0.1.0")
public final class Policy {

  private static final SourceFile SHIPPED = SourceFile.of("(the shipped policy)", "");

  private final Profile profile;
  private final ZoneId zone;
  private final Map<String, RulePolicy> rules;
  private final List<Waiver> waivers;
  private final List<Fault> malformedWaivers;
  private final Catalog catalog;
  private final String sha256;

  private Policy(
      Profile profile,
      ZoneId zone,
      Map<String, RulePolicy> rules,
      List<Waiver> waivers,
      List<Fault> malformedWaivers,
      Catalog catalog,
      String sha256) {
    this.profile = profile;
    this.zone = zone;
    this.rules = rules;
    this.waivers = waivers;
    this.malformedWaivers = malformedWaivers;
    this.catalog = catalog;
    this.sha256 = sha256;
  }

  /** Begins a policy that says nothing beside the role's specification. */
  public static PolicyBuilder builder() {
    return new PolicyBuilder();
  }

  /** The policy as shipped, which is the role's specification and nothing beside it. */
  public static Policy standard() {
    return new Policy(
        Profile.STRICT,
        ZoneOffset.UTC,
        ImmutableMap.of(),
        ImmutableList.of(),
        ImmutableList.of(),
        Catalog.standard(),
        SHIPPED.sha256());
  }

  /**
   * Reads a policy file ({@code guardian.yaml}) for no environment in particular.
   *
   * @param name the file's name for messages
   * @param bytes its content, YAML
   * @throws PolicyException if it is not what {@code policy.schema.json} describes
   */
  public static Policy read(String name, byte[] bytes) {
    return read(name, bytes, Optional.empty());
  }

  /**
   * Reads a policy file ({@code guardian.yaml}).
   *
   * @param name the file's name for messages
   * @param bytes its content, YAML
   * @param environment whose overrides hold
   * @throws PolicyException if it is not what {@code policy.schema.json} describes, or says nothing
   *     of the environment
   */
  public static Policy read(String name, byte[] bytes, Optional<String> environment) {
    return read(SourceFile.of(name, bytes), Document.Format.YAML, environment);
  }

  /** Reads a policy of that format. */
  static Policy read(SourceFile file, Document.Format format, Optional<String> environment) {
    Document document = file.read(format, Limits.STANDARD);
    PolicyException.refuse(document, SchemaName.POLICY);
    Node root = document.root().orElseThrow();
    Optional<Node> override = environment.map(wanted -> environment(root, file.path(), wanted));
    Map<String, RulePolicy> rules = new LinkedHashMap<>(rules(root));
    override.ifPresent(
        node -> rules(node).forEach((id, said) -> rules.merge(id, said, RulePolicy::overriddenBy)));
    List<Node> waivers = root.get("waivers").map(Node::items).orElse(List.of());
    ImmutableList.Builder<Waiver> wellFormed = ImmutableList.builder();
    ImmutableList.Builder<Fault> malformed = ImmutableList.builder();
    for (Node waiver : waivers) {
      List<Fault> faults = Schemas.validate(SchemaName.WAIVER, waiver);
      malformed.addAll(faults);
      if (faults.isEmpty()) {
        waiver(waiver)
            .ifPresentOrElse(
                wellFormed::add,
                () ->
                    malformed.add(
                        new Fault(
                            waiver.place("expires"), Fault.Kind.SCHEMA, "there is no such day")));
      }
    }
    return new Policy(
        override
            .flatMap(node -> node.get("profile"))
            .or(() -> root.get("profile"))
            .flatMap(Node::text)
            .map(word -> Profile.valueOf(word.toUpperCase(Locale.ROOT)))
            .orElse(Profile.STRICT),
        zone(root),
        ImmutableMap.copyOf(rules),
        wellFormed.build(),
        malformed.build(),
        root.get("infrastructure").map(Catalog::of).orElseGet(Catalog::standard),
        environment
            .map(
                wanted ->
                    Hashing.sha256()
                        .hashString(file.sha256() + ' ' + wanted, StandardCharsets.UTF_8)
                        .toString())
            .orElse(file.sha256()));
  }

  /** The same policy for another infrastructure. */
  public Policy withCatalog(Catalog other) {
    return new Policy(
        profile,
        zone,
        rules,
        waivers,
        malformedWaivers,
        other,
        Hashing.sha256().hashString(sha256 + ' ' + other, StandardCharsets.UTF_8).toString());
  }

  /** How much its findings weigh. */
  public Profile profile() {
    return profile;
  }

  /** The zone that timestamps are written in. */
  public ZoneId zone() {
    return zone;
  }

  /** What is said of rules, by their ids. */
  public Map<String, RulePolicy> rules() {
    return rules;
  }

  /** Findings that are waived for a time. */
  public List<Waiver> waivers() {
    return waivers;
  }

  /** What is wrong with waivers that say too little; they waive nothing. */
  public List<Fault> malformedWaivers() {
    return malformedWaivers;
  }

  /** The infrastructure that all services share. */
  public Catalog catalog() {
    return catalog;
  }

  /**
   * Digest of the policy's bytes, with the environment and another catalog where they are given; 64
   * hexadecimal digits.
   */
  public String sha256() {
    return sha256;
  }

  /** What is said of a rule. */
  public RulePolicy rule(String id) {
    return rules.getOrDefault(id, RulePolicy.NONE);
  }

  private static Node environment(Node root, String name, String wanted) {
    return root.find("environments", wanted)
        .orElseThrow(
            () ->
                new PolicyException(
                    ImmutableList.of(
                        root.get("environments").map(node -> node.place().toString()).orElse(name)
                            + " says nothing of the environment \""
                            + wanted
                            + "\"")));
  }

  private static Map<String, RulePolicy> rules(Node in) {
    Map<String, RulePolicy> rules = new LinkedHashMap<>();
    in.get("rules")
        .ifPresent(all -> all.members().forEach((id, said) -> rules.put(id, rule(said))));
    return rules;
  }

  private static RulePolicy rule(Node said) {
    said.get("off")
        .filter(off -> off.text().filter(PlainWord::isNothing).isPresent())
        .ifPresent(
            off -> {
              throw new PolicyException(
                  List.of(
                      off.place()
                          + " \""
                          + off.text().orElse("")
                          + "\" is no reason; write why the rule is off"));
            });
    return new RulePolicy(
        said.get("severity")
            .flatMap(Node::text)
            .map(name -> Severity.valueOf(name.toUpperCase(Locale.ROOT))),
        said.get("off").flatMap(Node::text),
        said.get("settings")
            .map(Node::members)
            .map(ImmutableMap::copyOf)
            .orElse(ImmutableMap.of()));
  }

  private static Optional<Waiver> waiver(Node node) {
    try {
      return Optional.of(
          new Waiver(
              node.place(),
              text(node, "rule"),
              new EpicId(text(node, "epic")),
              text(node, "reason"),
              text(node, "owner"),
              LocalDate.parse(text(node, "expires"))));
    } catch (DateTimeException e) { // 30 February
      return Optional.empty();
    }
  }

  private static String text(Node in, String member) {
    return in.get(member).flatMap(Node::text).orElse("");
  }

  private static ZoneId zone(Node root) {
    Node zone = root.get("zone").orElse(null);
    if (zone == null) {
      return ZoneOffset.UTC;
    }
    try {
      return ZoneId.of(zone.text().orElse(""));
    } catch (DateTimeException e) {
      throw new PolicyException(ImmutableList.of(zone.place() + " is not a time zone"));
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Policy that
        && profile == that.profile
        && zone.equals(that.zone)
        && rules.equals(that.rules)
        && waivers.equals(that.waivers)
        && malformedWaivers.equals(that.malformedWaivers)
        && catalog.equals(that.catalog)
        && sha256.equals(that.sha256);
  }

  @Override
  public int hashCode() {
    return sha256.hashCode();
  }

  @Override
  public String toString() {
    return profile.wireName() + " policy sha256:" + sha256;
  }

  /**
   * How much a policy's findings weigh.
   *
   * @since 0.1.0
   */
  public enum Profile {
    /** As shipped, which is the role's specification: a blocking finding vetoes. */
    STRICT,
    /** Reports and never vetoes: what would block is a warning. */
    ADVISORY;

    /** The name as a policy states it. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * What a policy says of one rule.
   *
   * @param severity instead of the rule's own
   * @param offReason why the rule does not run; empty when it runs
   * @param settings values of the rule's parameters by name
   * @since 0.1.0
   */
  public record RulePolicy(
      Optional<Severity> severity, Optional<String> offReason, Map<String, Node> settings) {

    /** Keeps copies. */
    public RulePolicy {
      settings = ImmutableMap.copyOf(settings);
    }

    /** Nothing is said. */
    public static final RulePolicy NONE =
        new RulePolicy(Optional.empty(), Optional.empty(), ImmutableMap.of());

    /** What holds when another says more: what it states instead of what this one does. */
    RulePolicy overriddenBy(RulePolicy other) {
      return new RulePolicy(
          other.severity().or(this::severity),
          other.offReason().or(this::offReason),
          ImmutableMap.<String, Node>builder()
              .putAll(settings)
              .putAll(other.settings())
              .buildKeepingLast());
    }
  }

  /**
   * That a rule's findings for one epic are waived for a time.
   *
   * @param place where the policy says so
   * @param rule the rule's id
   * @param epic the epic, exactly
   * @param reason why
   * @param owner who answers for it
   * @param expires the last day on which it holds, in the policy's zone
   * @since 0.1.0
   */
  public record Waiver(
      SourceLocation place,
      String rule,
      EpicId epic,
      String reason,
      String owner,
      LocalDate expires) {}
}
