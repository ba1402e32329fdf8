package io.productionguardian.policy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.productionguardian.document.Document;
import io.productionguardian.document.Documents;
import io.productionguardian.document.Limits;
import io.productionguardian.document.Node;
import io.productionguardian.document.SourceFile;
import io.productionguardian.model.Severity;
import io.productionguardian.schema.SchemaName;
import io.productionguardian.schema.Schemas;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;

/**
 * By what a release is judged.
 *
 * @param zone the zone that timestamps are written in
 * @param rules what is said of rules, by their ids
 * @param sha256 digest of the policy's bytes, 64 hexadecimal digits
 * @since 0.1.0
 */
public record Policy(ZoneId zone, ImmutableMap<String, RulePolicy> rules, String sha256) {

  private static final SourceFile SHIPPED = SourceFile.of("(the shipped policy)", "");

  /** The policy as shipped, which is the role's specification and nothing beside it. */
  public static Policy standard() {
    return new Policy(ZoneOffset.UTC, ImmutableMap.of(), SHIPPED.sha256());
  }

  /**
   * Reads a policy file ({@code guardian.yaml}).
   *
   * @param name the file's name for messages
   * @param bytes its content, YAML
   * @throws PolicyException if it is not what {@code policy.schema.json} describes
   */
  public static Policy read(String name, byte[] bytes) {
    SourceFile file = SourceFile.of(name, bytes);
    Document document = file.read(Documents.Format.YAML, Limits.STANDARD);
    ImmutableList.Builder<String> faults = ImmutableList.builder();
    document.faults().forEach(fault -> faults.add(fault.place() + " " + fault.message()));
    if (document.roots().size() > 1) {
      faults.add(document.roots().get(1).place() + " a second document in the policy file");
    }
    document
        .root()
        .filter(Node::complete) // what is cut off is not blamed for what it lacks
        .ifPresent(
            root ->
                Schemas.validate(SchemaName.POLICY, root)
                    .forEach(v -> faults.add(v.place() + " " + v.message())));
    refuse(faults.build());
    Node root = document.root().orElseThrow();
    ImmutableMap.Builder<String, RulePolicy> rules = ImmutableMap.builder();
    root.get("rules")
        .ifPresent(all -> all.members().forEach((id, said) -> rules.put(id, rule(said))));
    return new Policy(zone(root), rules.buildOrThrow(), file.sha256());
  }

  /** What is said of a rule. */
  public RulePolicy rule(String id) {
    return rules.getOrDefault(id, RulePolicy.NONE);
  }

  private static RulePolicy rule(Node said) {
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

  private static void refuse(ImmutableList<String> faults) {
    if (!faults.isEmpty()) {
      throw new PolicyException(faults);
    }
  }
}
