package io.productionguardian.rules.standard.input;

import com.google.common.base.Ascii;
import io.productionguardian.document.Document;
import io.productionguardian.document.Node;
import io.productionguardian.document.SourceFile;
import io.productionguardian.document.SourceLocation;
import io.productionguardian.dossier.DecisionInputs;
import io.productionguardian.dossier.Dossier;
import io.productionguardian.model.EpicLayout;
import io.productionguardian.model.Placeholder;
import io.productionguardian.model.Severity;
import io.productionguardian.rule.Remedy;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Template;
import io.productionguardian.rule.Violation;
import io.productionguardian.rules.standard.Owners;
import io.productionguardian.rules.standard.PublishedExamples;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** No example of a remedy stands where a fact should. */
public final class FilledIn implements Rule {

  private static final String EXAMPLE = "A published example stands where a fact should";

  private static final RuleInfo INFO =
      RuleInfo.of("filled-in", Severity.BLOCK, RuleInfo.Concern.INPUT)
          .summary("No example of a remedy stands where a fact should.")
          .impact("Nobody has decided or done what stands there")
          .requirement(
              "No text of an artifact has the form <name, e.g. value>, and none is a published"
                  + " example")
          .suggestion("Write what is really so in place of the example")
          .action("fill_in_examples")
          .example(
              """
              "rollback": {"triggers": ["<trigger, e.g. error rate of the example above 1%>"]}
              """,
              """
              "rollback": {"triggers": ["Error rate above 1%"]}
              """)
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Dossier dossier, Settings settings) {
    Stream<Violation> ofTrees =
        Stream.concat(
                dossier.documents().values().stream()
                    .filter(document -> document.file().startsWith(EpicLayout.ARTIFACTS))
                    .filter(document -> mayHave(dossier.inputs().files(), document)),
                dossier.deployFiles().values().stream()
                    .filter(document -> mayHave(dossier.inputs().repository(), document)))
            .map(Document::roots)
            .flatMap(List::stream)
            .flatMap(root -> left(root).stream())
            .map(FilledIn::violation);
    Stream<Violation> ofTheRunbook =
        dossier.inputs().file(EpicLayout.ARTIFACTS + "runbook.md").stream()
            .filter(file -> !DecisionInputs.isGenerated(file))
            .flatMap(FilledIn::inText);
    return Stream.concat(ofTrees, ofTheRunbook).toList();
  }

  private static Violation violation(Node node) {
    String text = node.text().orElse("");
    return Placeholder.isIn(text)
        ? Violation.at(node.place(), "An example is left to be filled in")
            .remedy(remedy(node.place(), Placeholder.text("value", "example text")))
        : Violation.at(node.place(), EXAMPLE)
            .remedy(remedy(node.place(), Placeholder.text("value", text.strip())));
  }

  private static Remedy remedy(SourceLocation place, Placeholder value) {
    return Owners.mustVouch(place)
        ? Owners.toCorrect(place, "state what is really so")
        : Remedy.replace(Owners.of(place.file()), place, Template.json("%s", value));
  }

  private static Stream<Violation> inText(SourceFile file) {
    List<String> lines = file.text().lines().toList();
    return IntStream.range(0, lines.size())
        .filter(i -> PublishedExamples.isPublishedIn(lines.get(i)))
        .mapToObj(i -> SourceLocation.at(file.path(), i + 1, 1))
        .map(
            place ->
                Violation.at(place, EXAMPLE)
                    .remedy(Owners.toCorrect(place, "state what is really so")));
  }

  /** Either has a word in it that may be written as an escape. */
  private static boolean mayHave(Map<String, SourceFile> files, Document document) {
    SourceFile file = files.get(document.file());
    return file == null
        || file.text().indexOf('<') >= 0
        || file.text().indexOf('\\') >= 0
        || Ascii.toLowerCase(file.text()).contains("example");
  }

  private static List<Node> left(Node root) {
    List<Node> left = new ArrayList<>();
    collect(root, !isToolReport(root.file()), left);
    return left;
  }

  /** A tool reports what it met, and that may be an address like the one in our example. */
  private static boolean isToolReport(String path) {
    return path.startsWith(EpicLayout.EVIDENCE) && !path.equals(EpicLayout.ROLLBACK_DRILL);
  }

  /** Depth is bounded by the limits within which the tree was read. */
  private static void collect(Node node, boolean stated, List<Node> left) {
    if (node.text()
        .filter(text -> Placeholder.isIn(text) || (stated && PublishedExamples.isPublished(text)))
        .isPresent()) {
      left.add(node);
    }
    node.members().values().forEach(child -> collect(child, stated, left));
    node.items().forEach(child -> collect(child, stated, left));
  }
}
