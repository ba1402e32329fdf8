package io.productionguardian.rules.evidence;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.productionguardian.document.Document;
import io.productionguardian.document.Node;
import io.productionguardian.dossier.Evidence;
import io.productionguardian.dossier.EvidenceSource;
import io.productionguardian.dossier.Reported.ScanReport;
import io.productionguardian.dossier.Reported.Seen;
import io.productionguardian.dossier.Reported.Vulnerability;
import io.productionguardian.dossier.Reported.Vulnerability.Level;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** SARIF 2.1.0, which most scanners can write; each run is a report. */
public final class SarifReport implements EvidenceSource {

  /** Some tools put the package behind the id of the vulnerability. */
  private static final Pattern KNOWN_ID =
      Pattern.compile("CVE-\\d{4}-\\d{4,}|GHSA(-[0-9a-z]{4}){3}", Pattern.CASE_INSENSITIVE);

  /** Creates the source. */
  public SarifReport() {}

  @Override
  public List<Evidence> read(Document document) {
    return document.roots().stream()
        .filter(root -> ReportMembers.text(root, "version").startsWith("2.1"))
        .flatMap(root -> ReportMembers.items(root, "runs"))
        .filter(SarifReport::hasRun)
        .<Evidence>map(run -> new Run(run).evidence())
        .toList();
  }

  /** A run without results, or that failed without one, says nothing of what it looked at. */
  private static boolean hasRun(Node run) {
    return run.find("tool", "driver").isPresent()
        && ReportMembers.isList(run, "results")
        && (ReportMembers.items(run, "results").findAny().isPresent()
            || ReportMembers.items(run, "invocations")
                .allMatch(
                    call -> call.get("executionSuccessful").flatMap(Node::bool).orElse(true)));
  }

  /**
   * Tools that judge style and correctness; what they find is no vulnerability unless they say so.
   */
  private static final Pattern LINTER =
      Pattern.compile(
          "(?i).*\\b(?:es-?lint|ts-?lint|style-?lint|checkstyle|pmd|ruff|flake8|pylint|pycodestyle|mypy|pyright|shellcheck|hadolint"
              + "|rubocop|prettier|markdownlint|actionlint|detekt|ktlint|cpplint|clang-?tidy|cppcheck|golint|golangci-?lint|staticcheck"
              + "|revive|clippy|rust-?analyzer|biome|oxlint|phpstan|psalm|phpcs|swiftlint|yamllint|ansible-?lint|error-?prone|spotbugs"
              + "|infer|black|isort|jshint|standard|dartanalyzer|linter)\\b.*");

  /** Tools that look for secrets; a leaked one is grave, whatever level they write. */
  private static final Pattern SECRETS =
      Pattern.compile(
          "(?i).*(?:gitleaks|trufflehog|detect-secrets|ggshield|gitguardian|secretlint|whispers|talisman|noseyparker|secret scan).*");

  private static final class Run {

    private final Node run;
    private final Map<String, Node> rules = new HashMap<>();

    Run(Node run) {
      this.run = run;
      Stream.concat(
              run.find("tool", "driver").stream(),
              run.get("tool").stream().flatMap(tool -> ReportMembers.items(tool, "extensions")))
          .flatMap(component -> ReportMembers.items(component, "rules"))
          .forEach(rule -> rules.putIfAbsent(ReportMembers.text(rule, "id"), rule));
    }

    Evidence evidence() {
      String tool = ReportMembers.word(run, "tool", "driver", "name").orElse("SARIF");
      return LINTER.matcher(tool).matches() && !judgesSecurity()
          ? new Seen(run, "SARIF of " + tool)
          : report();
    }

    private boolean judgesSecurity() {
      return Stream.concat(rules.values().stream(), ReportMembers.items(run, "results"))
          .anyMatch(
              node ->
                  ReportMembers.word(node, "properties", "security-severity").isPresent()
                      || ReportMembers.items(node, "properties", "tags")
                          .anyMatch(tag -> tag.text().filter("security"::equals).isPresent()));
    }

    private ScanReport report() {
      return new ScanReport(
          run,
          ReportMembers.word(run, "tool", "driver", "name").orElse("SARIF"),
          ReportMembers.items(run, "results")
              .filter(Run::isFinding)
              .map(this::vulnerability)
              .collect(ImmutableList.toImmutableList()));
    }

    private static boolean isFinding(Node result) {
      return ReportMembers.word(result, "kind").orElse("fail").equals("fail")
          && !ReportMembers.text(result, "baselineState").equals("absent");
    }

    private Vulnerability vulnerability(Node result) {
      Optional<Node> rule = rule(result);
      String id =
          id(result)
              .or(() -> rule.flatMap(found -> ReportMembers.word(found, "id")))
              .orElse("(no rule)");
      return new Vulnerability(
          result,
          id,
          aliases(id, rule),
          component(result),
          level(result, id, rule),
          Optional.empty(),
          suppression(result));
    }

    private static Optional<String> id(Node result) {
      return ReportMembers.word(result, "ruleId")
          .or(() -> ReportMembers.word(result, "rule", "id"));
    }

    /** By its index, or by its id, which may go on below the rule's ({@code CA1000/1}). */
    private Optional<Node> rule(Node result) {
      Optional<String> id = id(result);
      return byIndex(result)
          .or(() -> id.flatMap(name -> Optional.ofNullable(rules.get(name))))
          .or(() -> id.flatMap(name -> Optional.ofNullable(rules.get(name.split("/", 2)[0]))));
    }

    private Optional<Node> byIndex(Node result) {
      Optional<Node> component =
          result
              .find("rule", "toolComponent", "index")
              .flatMap(Node::integer)
              .map(index -> item(run.find("tool", "extensions"), index))
              .orElseGet(() -> run.find("tool", "driver"));
      return result
          .get("ruleIndex")
          .or(() -> result.find("rule", "index"))
          .flatMap(Node::integer)
          .flatMap(index -> item(component.flatMap(found -> found.get("rules")), index));
    }

    private static Optional<Node> item(Optional<Node> list, int index) {
      return list.map(Node::items)
          .filter(items -> index >= 0 && index < items.size())
          .map(items -> items.get(index));
    }

    private static Set<String> aliases(String id, Optional<Node> rule) {
      return Stream.concat(
              KNOWN_ID.matcher(id).results().map(MatchResult::group),
              rule.stream()
                  .flatMap(found -> ReportMembers.items(found, "deprecatedIds"))
                  .flatMap(node -> node.text().stream()))
          .filter(alias -> !alias.isBlank() && !alias.equals(id))
          .collect(ImmutableSet.toImmutableSet());
    }

    /** The file with its line, which tells two results of one rule apart. */
    private String component(Node result) {
      return ReportMembers.items(result, "locations")
          .flatMap(location -> location.get("physicalLocation").stream())
          .flatMap(
              place ->
                  place
                      .get("artifactLocation")
                      .flatMap(this::uri)
                      .map(uri -> uri + line(place))
                      .stream())
          .findFirst()
          .orElse("");
    }

    private static String line(Node place) {
      return place
          .find("region", "startLine")
          .flatMap(Node::integer)
          .map(line -> ":" + line)
          .orElse("");
    }

    private Optional<String> uri(Node artifact) {
      return ReportMembers.word(artifact, "uri")
          .or(
              () ->
                  artifact
                      .get("index")
                      .flatMap(Node::integer)
                      .flatMap(index -> item(run.get("artifacts"), index))
                      .flatMap(found -> ReportMembers.word(found, "location", "uri")));
    }

    /**
     * A score that is not 0 outweighs words: 0 is also what tools write who have no score. One that
     * cannot be read is unknown, and so is a known vulnerability that has neither.
     */
    private Level level(Node result, String id, Optional<Node> rule) {
      Optional<String> rated =
          Stream.concat(Stream.of(result), rule.stream())
              .flatMap(node -> ReportMembers.word(node, "properties", "security-severity").stream())
              .findFirst();
      Optional<BigDecimal> score = rated.flatMap(Levels::score);
      if (score.filter(it -> it.signum() > 0).isPresent()) {
        return Level.ofScore(score.get());
      }
      if (rated.isPresent() && score.isEmpty()) {
        return Level.ofWord(rated.get());
      }
      String tool = ReportMembers.text(run, "tool", "driver", "name");
      Optional<String> word =
          ReportMembers.word(result, "level").or(() -> overridden(result)).or(() -> ofRule(rule));
      if (SECRETS.matcher(tool).matches()) {
        return Level.HIGH;
      }
      boolean known = KNOWN_ID.matcher(id).lookingAt();
      return known && !word.equals(Optional.of("error")) && !word.equals(Optional.of("note"))
          ? Level.UNKNOWN
          : Level.ofWord(word.orElse("warning"));
    }

    private static Optional<String> ofRule(Optional<Node> rule) {
      return rule.flatMap(found -> ReportMembers.word(found, "defaultConfiguration", "level"));
    }

    /** What an invocation sets for a rule comes before the rule's own default (section 3.27.10). */
    private Optional<String> overridden(Node result) {
      Optional<String> id = id(result);
      Optional<Integer> index = result.get("ruleIndex").flatMap(Node::integer);
      return ReportMembers.items(run, "invocations")
          .flatMap(call -> ReportMembers.items(call, "ruleConfigurationOverrides"))
          .filter(
              override ->
                  (id.isPresent() && ReportMembers.word(override, "descriptor", "id").equals(id))
                      || (index.isPresent()
                          && override
                              .find("descriptor", "index")
                              .flatMap(Node::integer)
                              .equals(index)))
          .flatMap(override -> ReportMembers.word(override, "configuration", "level").stream())
          .findFirst();
    }

    /** One that is rejected or under review keeps all others from counting (section 3.27.23). */
    private static Optional<String> suppression(Node result) {
      List<Node> all = ReportMembers.items(result, "suppressions").toList();
      boolean accepted =
          all.stream()
              .allMatch(
                  each -> ReportMembers.word(each, "status").orElse("accepted").equals("accepted"));
      return accepted
          ? all.stream()
              .flatMap(each -> ReportMembers.word(each, "justification").stream())
              .findFirst()
          : Optional.empty();
    }
  }
}
