package io.productionguardian.render.json.files;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Iterables;
import com.google.common.hash.Hashing;
import io.productionguardian.Assessment;
import io.productionguardian.Assessment.WaivedFinding;
import io.productionguardian.policy.Policy.Waiver;
import io.productionguardian.rule.Finding;
import io.productionguardian.rule.Remedy;
import io.productionguardian.rule.RuleInfo;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The findings as results of SARIF, the most severe first and the waived ones last.
 *
 * @param trees the results
 * @param leftOut how many are not among them, for there are more than GitHub takes
 */
record SarifResults(List<Object> trees, int leftOut) {

  SarifResults {
    trees = ImmutableList.copyOf(trees);
  }

  private static final int MOST = 25_000;

  static SarifResults of(Assessment assessment) {
    Writer writer = new Writer(assessment);
    ImmutableList.Builder<Object> trees = ImmutableList.builder();
    Iterables.limit(assessment.findings(), MOST)
        .forEach(finding -> trees.add(writer.result(finding).build()));
    int room = Math.max(0, MOST - assessment.findings().size());
    Iterables.limit(assessment.waived(), room).forEach(it -> trees.add(writer.waived(it)));
    List<Object> written = trees.build();
    int all = assessment.findings().size() + assessment.waived().size();
    return new SarifResults(written, all - written.size());
  }

  private static final class Writer {

    private final List<String> rules;
    private final SarifPlaces places;
    private final Map<String, Integer> seen = new HashMap<>();

    Writer(Assessment assessment) {
      this.rules =
          assessment.checks().stream().map(RuleInfo::id).collect(ImmutableList.toImmutableList());
      this.places = new SarifPlaces(assessment.dossier().snapshot());
    }

    OrderedMembers result(Finding finding) {
      return new OrderedMembers()
          .add("ruleId", finding.rule().id())
          .add("ruleIndex", rules.indexOf(finding.rule().id()))
          .add("level", SarifRule.level(finding.severity()))
          .add("message", SarifRule.text(message(finding)))
          .add("locations", ImmutableList.of(location(finding)))
          .add(
              "partialFingerprints",
              ImmutableMap.of("primaryLocationLineHash", fingerprint(finding)))
          .addIfPresent("fixes", finding.remedy().flatMap(this::fix).map(ImmutableList::of))
          .add(
              "properties",
              new OrderedMembers()
                  .add("violation", finding.violation())
                  .add("pointer", finding.place().pointer())
                  .add("blocking", finding.blocking())
                  .addIfPresent("remedy", finding.remedy().map(Remedy::members))
                  .build());
    }

    Map<String, Object> waived(WaivedFinding waived) {
      Waiver waiver = waived.waiver();
      return result(waived.finding())
          .add(
              "suppressions",
              ImmutableList.of(
                  new OrderedMembers()
                      .add("kind", "external")
                      .add("status", "accepted")
                      .add(
                          "justification",
                          "%s (%s answers for it until %s)"
                              .formatted(waiver.reason(), waiver.owner(), waiver.expires()))
                      .add(
                          "properties",
                          new OrderedMembers()
                              .add("reason", waiver.reason())
                              .add("owner", waiver.owner())
                              .add("expires", waiver.expires().toString())
                              .build())
                      .build()))
          .build();
    }

    /** Plain text in which nothing is a link, as SARIF would have it of {@code [text](address)}. */
    private static String message(Finding finding) {
      String text =
          SarifRule.sentence(finding.violation())
              + " "
              + SarifRule.sentence(finding.rule().suggestion());
      return text.contains("](") ? text.replace("[", "\\[") : text;
    }

    private Map<String, Object> location(Finding finding) {
      OrderedMembers location =
          new OrderedMembers()
              .add(
                  "physicalLocation",
                  ImmutableMap.of(
                      "artifactLocation", places.artifact(finding.place().file()),
                      "region", places.region(finding.place())));
      return location
          .addIfPresent(
              "logicalLocations",
              Optional.of(finding.place().pointer())
                  .filter(pointer -> !pointer.isEmpty())
                  .map(pointer -> ImmutableList.of(ImmutableMap.of("fullyQualifiedName", pointer))))
          .build();
    }

    /** Stays the same when lines move; the number tells those apart that say the same. */
    private String fingerprint(Finding finding) {
      String hash =
          Hashing.sha256()
              .hashString(
                  String.join(
                      "\n",
                      finding.rule().id(),
                      finding.place().file(),
                      finding.place().pointer(),
                      finding.violation()),
                  StandardCharsets.UTF_8)
              .toString()
              .substring(0, 16);
      return hash + ":" + seen.merge(hash, 1, Integer::sum);
    }

    /** Only what can be applied as it is; a change of a tree is none of lines and columns. */
    private Optional<Map<String, Object>> fix(Remedy remedy) {
      return remedy instanceof Remedy.ReplaceLine line && line.placeholders().isEmpty()
          ? places
              .wholeLine(line.file(), line.line())
              .map(region -> replacement(line.file(), line.text().text(), region))
          : Optional.empty();
    }

    private Map<String, Object> replacement(String file, String text, Map<String, Object> region) {
      return ImmutableMap.of(
          "description",
          SarifRule.text(text.isEmpty() ? "Empty the line." : "Replace the line."),
          "artifactChanges",
          ImmutableList.of(
              ImmutableMap.of(
                  "artifactLocation",
                  places.artifact(file),
                  "replacements",
                  ImmutableList.of(
                      ImmutableMap.of(
                          "deletedRegion", region, "insertedContent", SarifRule.text(text))))));
    }
  }
}
