package io.productionguardian.rules.evidence;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Lists;
import io.productionguardian.document.Document;
import io.productionguardian.document.Node;
import io.productionguardian.dossier.Evidence;
import io.productionguardian.dossier.EvidenceSource;
import io.productionguardian.dossier.Reported.Seen;
import io.productionguardian.dossier.Reported.VexStatement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** OpenVEX: of what is said of one vulnerability and product, only the latest counts. */
public final class OpenVexDocument implements EvidenceSource {

  /** Creates the source. */
  public OpenVexDocument() {}

  @Override
  public List<Evidence> read(Document document) {
    return document.root().filter(OpenVexDocument::isOpenVex).stream()
        .flatMap(
            root ->
                Stream.<Evidence>concat(
                    Stream.of(new Seen(root, "OpenVEX")), latest(root).stream()))
        .toList();
  }

  /** JSON-LD allows a list of contexts. */
  private static boolean isOpenVex(Node root) {
    return root.get("@context").map(Node::texts).orElse(List.of()).stream()
        .anyMatch(context -> context.startsWith("https://openvex.dev/ns"));
  }

  /** In the document's order. */
  private static List<VexStatement> latest(Node root) {
    Instant otherwise =
        time(root, "last_updated").or(() -> time(root, "timestamp")).orElse(Instant.EPOCH);
    List<Node> byTime = new ArrayList<>(ReportMembers.items(root, "statements").toList());
    byTime.sort(
        Comparator.comparing(
            node ->
                time(node, "last_updated").or(() -> time(node, "timestamp")).orElse(otherwise)));
    Set<String> said = new HashSet<>();
    List<VexStatement> statements = new ArrayList<>();
    for (Node node : Lists.reverse(byTime)) {
      statement(node).flatMap(statement -> unsaid(statement, said)).ifPresent(statements::add);
    }
    statements.sort(
        Comparator.comparing(statement -> statement.place())); // they stand in one document
    return statements;
  }

  private static Optional<Instant> time(Node in, String member) {
    return ReportMembers.word(in, member)
        .flatMap(
            text -> {
              try {
                return Optional.of(OffsetDateTime.parse(text).toInstant());
              } catch (DateTimeParseException noTime) {
                return Optional.empty();
              }
            });
  }

  /** A statement for the products that nothing later was said of. */
  private static Optional<VexStatement> unsaid(VexStatement statement, Set<String> said) {
    Set<String> products =
        statement.products().isEmpty() ? ImmutableSet.of("") : statement.products();
    Set<String> left =
        products.stream()
            .filter(product -> keys(statement, product).noneMatch(said::contains))
            .collect(ImmutableSet.toImmutableSet());
    products.forEach(product -> keys(statement, product).forEach(said::add));
    return left.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new VexStatement(
                statement.node(),
                statement.ids(),
                statement.products().isEmpty() ? ImmutableSet.of() : left,
                statement.components(),
                statement.status(),
                statement.justification()));
  }

  private static Stream<String> keys(VexStatement statement, String product) {
    return statement.ids().stream().map(id -> id.toLowerCase(Locale.ROOT) + " " + product);
  }

  private static Optional<VexStatement> statement(Node node) {
    Set<String> ids = ids(node);
    Optional<VexStatement.Status> status = status(node);
    return ids.isEmpty() || status.isEmpty() || nobodyKnowsOfWhat(node)
        ? Optional.empty()
        : Optional.of(
            new VexStatement(
                node,
                ids,
                names(products(node)),
                names(
                    products(node)
                        .flatMap(product -> ReportMembers.items(product, "subcomponents"))),
                status.get(),
                ReportMembers.word(node, "justification")
                    .or(() -> ReportMembers.word(node, "impact_statement"))));
  }

  private static Optional<VexStatement.Status> status(Node node) {
    return Stream.of(VexStatement.Status.values())
        .filter(
            status ->
                status.name().toLowerCase(Locale.ROOT).equals(ReportMembers.text(node, "status")))
        .findFirst();
  }

  /** One text until version 0.0, an object since 0.2. */
  private static Set<String> ids(Node node) {
    return Stream.of(
            ReportMembers.word(node, "vulnerability").stream(),
            ReportMembers.word(node, "vulnerability", "name").stream(),
            ReportMembers.word(node, "vulnerability", "@id").stream(),
            ReportMembers.items(node, "vulnerability", "aliases").flatMap(id -> id.text().stream()))
        .flatMap(ids -> ids)
        .map(OpenVexDocument::id)
        .filter(id -> !id.isBlank())
        .collect(ImmutableSet.toImmutableSet());
  }

  /** The id at the end of an address such as {@code https://nvd.nist.gov/vuln/detail/CVE-…}. */
  private static String id(String text) {
    return text.contains("://") ? text.substring(text.lastIndexOf('/') + 1) : text;
  }

  private static Stream<Node> products(Node statement) {
    return statement.get("products").stream()
        .flatMap(node -> node.text().isPresent() ? Stream.of(node) : node.items().stream());
  }

  /** A product or a part without a name: it could be any. */
  private static boolean nobodyKnowsOfWhat(Node statement) {
    return products(statement)
        .anyMatch(
            product ->
                name(product).isEmpty()
                    || ReportMembers.items(product, "subcomponents")
                        .anyMatch(part -> name(part).isEmpty()));
  }

  private static Set<String> names(Stream<Node> products) {
    return products.flatMap(node -> name(node).stream()).collect(ImmutableSet.toImmutableSet());
  }

  private static Optional<String> name(Node product) {
    return ReportMembers.word(product, "identifiers", "purl")
        .or(() -> ReportMembers.word(product, "@id"))
        .or(() -> ReportMembers.word(product));
  }
}
