package io.productionguardian.rules.standard.input;

import io.productionguardian.document.Document;
import io.productionguardian.document.Node;
import io.productionguardian.document.SourceFile;
import io.productionguardian.dossier.Dossier;
import io.productionguardian.dossier.Placeholder;
import io.productionguardian.model.EpicLayout;
import io.productionguardian.model.Severity;
import io.productionguardian.rule.Remedy;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Violation;
import io.productionguardian.rules.standard.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** No example of a remedy was pasted without being filled in. */
public final class FilledIn implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of("filled-in", Severity.BLOCK, RuleInfo.Concern.INPUT)
          .summary("No example of a remedy was pasted without being filled in.")
          .impact("Nobody has decided or done what stands there")
          .requirement("No text of an artifact has the form <what, e.g. value>")
          .suggestion("Write what is really so in place of the example")
          .action("fill_in_examples")
          .example(
              """
              "rollback": {"triggers": ["<what starts a rollback, e.g. Error rate above 1%>"]}
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
    return Stream.concat(
            dossier.documents().values().stream()
                .filter(document -> document.file().startsWith(EpicLayout.ARTIFACTS))
                .filter(document -> mayHave(dossier.inputs().files(), document)),
            dossier.deployFiles().values().stream()
                .filter(document -> mayHave(dossier.inputs().repository(), document)))
        .map(Document::roots)
        .flatMap(List::stream)
        .flatMap(root -> left(root).stream())
        .map(
            node ->
                Violation.at(node.place(), "An example is left to be filled in")
                    .remedy(Remedy.replace(node.place(), JsonText.of(node))))
        .toList();
  }

  /** A placeholder begins with a bracket, which may be written as an escape. */
  private static boolean mayHave(Map<String, SourceFile> files, Document document) {
    SourceFile file = files.get(document.file());
    return file == null || file.text().indexOf('<') >= 0 || file.text().indexOf('\\') >= 0;
  }

  private static List<Node> left(Node root) {
    List<Node> left = new ArrayList<>();
    collect(root, left);
    return left;
  }

  /** Depth is bounded by the limits within which the tree was read. */
  private static void collect(Node node, List<Node> left) {
    if (node.text().filter(Placeholder::isIn).isPresent()) {
      left.add(node);
    }
    node.members().values().forEach(child -> collect(child, left));
    node.items().forEach(child -> collect(child, left));
  }
}
