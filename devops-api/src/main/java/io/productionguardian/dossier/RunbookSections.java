package io.productionguardian.dossier;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.productionguardian.document.Node;
import io.productionguardian.model.CommandLine;
import io.productionguardian.model.Runbook;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads how people help the service: {@code runbook}; and {@code ci}, which tests it. */
final class RunbookSections {

  private final SectionReader read;

  RunbookSections(SectionReader read) {
    this.read = read;
  }

  Optional<Runbook> runbook(Node node) {
    Map<String, String> contacts = new LinkedHashMap<>();
    node.get("contacts")
        .ifPresent(
            all -> {
              all.members()
                  .forEach(
                      (role, who) ->
                          who.scalar()
                              .filter(SectionReader::states)
                              .ifPresent(name -> contacts.putIfAbsent(role, name)));
              for (Node one : all.items()) {
                Optional<String> who =
                    read.text(one, "contact").or(() -> read.text(one, "name")).or(one::text);
                who.filter(SectionReader::states)
                    .ifPresent(
                        name ->
                            contacts.putIfAbsent(read.text(one, "role").orElse("contact"), name));
              }
            });
    return Optional.of(
        new Runbook(
            read.text(node, "purpose"),
            read.text(node, "sla"),
            SectionReader.texts(node, "dependencies"),
            read.text(node, "dashboard").or(() -> read.text(node, "dashboard_url")),
            read.text(node, "logs"),
            SectionReader.all(Optional.of(node), "common_issues", this::issue).stream()
                .map(Sourced::value)
                .collect(ImmutableList.toImmutableList()),
            ImmutableMap.copyOf(contacts)));
  }

  private Optional<Runbook.Issue> issue(Node node) {
    Optional<String> alert = read.text(node, "alert");
    return read.text(node, "title")
        .or(() -> read.text(node, "issue"))
        .or(() -> alert)
        .map(
            title ->
                new Runbook.Issue(
                    alert,
                    title,
                    node.get("symptoms").map(RunbookSections::sentence),
                    SectionReader.texts(node, "check", "checks"),
                    node.get("fix").map(RunbookSections::sentence).filter(SectionReader::states)));
  }

  private static String sentence(Node node) {
    return node.scalar().orElseGet(() -> String.join("; ", node.texts())).strip();
  }

  List<Sourced<CommandLine>> commands(Node ci) {
    ImmutableList.Builder<Sourced<CommandLine>> commands = ImmutableList.builder();
    for (Sourced<String> text :
        ci.get("test_commands").map(SectionReader::textFacts).orElse(ImmutableList.of())) {
      CommandLine.parse(text.value())
          .ifPresentOrElse(
              command -> commands.add(new Sourced<>(command, text.node())),
              () ->
                  read.malformed(
                      text.node(), "one command with plain arguments; put more into a script"));
    }
    return commands.build();
  }
}
