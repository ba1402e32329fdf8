package io.productionguardian.render.json;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Iterables;
import com.google.common.hash.Hashing;
import io.productionguardian.engine.Assessment;
import io.productionguardian.engine.Waived;
import io.productionguardian.policy.Waiver;
import io.productionguardian.rule.Finding;
import io.productionguardian.rule.Remedy;
import io.productionguardian.rule.RuleInfo;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The findings as results of SARIF, the gravest first and the waived ones last.
 *
 * @param trees the results
 * @param leftOut how many are not among them, for there are more than GitHub takes
 */
record SarifResults(ImmutableList<Object> trees, int leftOut) {

  private static final int MOST = 25_000;

  static SarifResults of(Assessment assessment) {
    Writer writer = new Writer(assessment);
    ImmutableList.Builder<Object> trees = ImmutableList.builder();
    Iterables.limit(assessment.findings(), MOST)
        .forEach(finding -> trees.add(writer.result(finding).build()));
    int room = Math.max(0, MOST - assessment.findings().size());
    Iterables.limit(assessment.waived(), room).forEach(it -> trees.add(writer.waived(it)));
    ImmutableList<Object> written = trees.build();
    int all = assessment.findings().size() + assessment.waived().size();
    return new SarifResults(written, all - written.size());
  }

  private static final class Writer {

    private final ImmutableList<String> rules;
    private final SarifPlaces places;
    private final Map<String, Integer> seen = new HashMap<>();

    Writer(Assessment assessment) {
      this.rules =
          assessment.checks().stream().map(RuleInfo::id).collect(ImmutableList.toImmutableList());
      this.places = new SarifPlaces(assessment.dossier().snapshot());
    }

    Members result(Finding finding) {
      return new Members()
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
              new Members()
                  .add("violation", finding.violation())
                  .add("pointer", finding.place().pointer())
                  .add("blocking", finding.blocking())
                  .addIfPresent("remedy", finding.remedy().map(Remedy::members))
                  .build());
    }

    ImmutableMap<String, Object> waived(Waived waived) {
      Waiver waiver = waived.waiver();
      return result(waived.finding())
          .add(
              "suppressions",
              ImmutableList.of(
                  new Members()
                      .add("kind", "external")
                      .add("status", "accepted")
                      .add(
                          "justification",
                          "%s (%s answers for it until %s)"
                              .formatted(waiver.reason(), waiver.owner(), waiver.expires()))
                      .add(
                          "properties",
                          new Members()
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

    private ImmutableMap<String, Object> location(Finding finding) {
      Members location =
          new Members()
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
    private Optional<ImmutableMap<String, Object>> fix(Remedy remedy) {
      return remedy instanceof Remedy.ReplaceLine line && line.placeholders().isEmpty()
          ? places
              .wholeLine(line.file(), line.line())
              .map(region -> replacement(line.file(), line.text().text(), region))
          : Optional.empty();
    }

    private ImmutableMap<String, Object> replacement(
        String file, String text, ImmutableMap<String, Object> region) {
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
