package io.productionguardian.rules.evidence;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.productionguardian.document.Document;
import io.productionguardian.document.Node;
import io.productionguardian.dossier.Evidence;
import io.productionguardian.dossier.EvidenceSource;
import io.productionguardian.dossier.Reported.Seen;
import io.productionguardian.dossier.Reported.VexStatement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * VEX in CSAF 2.0: what a maker says of a vulnerability in its products. A product that is part of
 * another is said as that other's component. An advisory is none: nobody knows here which of its
 * products are in the service, so it stays unread.
 */
public final class CsafDocument implements EvidenceSource {

  private static final ImmutableMap<String, VexStatement.Status> STATUS =
      ImmutableMap.<String, VexStatement.Status>builder()
          .put("known_not_affected", VexStatement.Status.NOT_AFFECTED)
          .put("known_affected", VexStatement.Status.AFFECTED)
          .put("first_affected", VexStatement.Status.AFFECTED)
          .put("last_affected", VexStatement.Status.AFFECTED)
          .put("fixed", VexStatement.Status.FIXED)
          .put("first_fixed", VexStatement.Status.FIXED)
          .put("under_investigation", VexStatement.Status.UNDER_INVESTIGATION)
          .build();

  /** Creates the source. */
  public CsafDocument() {}

  @Override
  public List<Evidence> read(Document document) {
    return document
        .root()
        .filter(
            root ->
                ReportMembers.text(root, "document", "csaf_version").equals("2.0")
                    && ReportMembers.text(root, "document", "category").equals("csaf_vex")
                    && root.find("document", "tracking", "id").isPresent())
        .stream()
        .flatMap(
            root ->
                Stream.<Evidence>concat(
                    Stream.of(new Seen(root, "CSAF")), new Advisory(root).statements()))
        .toList();
  }

  /** A document, with its products by their ids. */
  private static final class Advisory {

    private final Node root;
    private final Map<String, ImmutableSet<String>> names = new HashMap<>();
    private final Map<String, String> wholes = new HashMap<>();
    private final Map<String, String> parts = new HashMap<>();

    Advisory(Node root) {
      this.root = root;
      root.get("product_tree").ifPresent(this::products);
    }

    private void products(Node tree) {
      ReportMembers.items(tree, "full_product_names").forEach(this::product);
      ReportMembers.items(tree, "branches").forEach(this::branch);
      ReportMembers.items(tree, "relationships")
          .forEach(
              relationship -> {
                String id = ReportMembers.text(relationship, "full_product_name", "product_id");
                wholes.put(id, ReportMembers.text(relationship, "relates_to_product_reference"));
                parts.put(id, ReportMembers.text(relationship, "product_reference"));
              });
    }

    private void branch(Node branch) {
      branch.get("product").ifPresent(this::product);
      ReportMembers.items(branch, "branches").forEach(this::branch);
    }

    private void product(Node product) {
      names.put(
          ReportMembers.text(product, "product_id"),
          Stream.concat(
                  ReportMembers.word(product, "name").stream(),
                  ReportMembers.word(product, "product_identification_helper", "purl").stream())
              .collect(ImmutableSet.toImmutableSet()));
    }

    Stream<Evidence> statements() {
      return ReportMembers.items(root, "vulnerabilities").flatMap(this::statements);
    }

    private Stream<Evidence> statements(Node vulnerability) {
      ImmutableSet<String> ids =
          Stream.concat(
                  ReportMembers.word(vulnerability, "cve").stream(),
                  ReportMembers.items(vulnerability, "ids")
                      .flatMap(id -> ReportMembers.word(id, "text").stream()))
              .collect(ImmutableSet.toImmutableSet());
      return STATUS.entrySet().stream()
          .flatMap(
              status ->
                  ReportMembers.items(vulnerability, "product_status", status.getKey())
                      .flatMap(
                          product ->
                              statement(vulnerability, ids, product, status.getValue()).stream()));
    }

    /** Of a product that the tree does not have, nobody knows what it is. */
    private Optional<Evidence> statement(
        Node vulnerability, ImmutableSet<String> ids, Node product, VexStatement.Status status) {
      String id = product.scalar().orElse("");
      ImmutableSet<String> of = names.getOrDefault(wholes.getOrDefault(id, id), ImmutableSet.of());
      return of.isEmpty() || ids.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new VexStatement(
                  product,
                  ids,
                  of,
                  names.getOrDefault(parts.getOrDefault(id, ""), ImmutableSet.of()),
                  status,
                  justification(vulnerability, id)));
    }

    private static Optional<String> justification(Node vulnerability, String product) {
      return reason(vulnerability, "flags", "label", product)
          .or(() -> reason(vulnerability, "threats", "details", product));
    }

    private static Optional<String> reason(
        Node vulnerability, String list, String member, String product) {
      return ReportMembers.items(vulnerability, list)
          .filter(
              reason ->
                  ReportMembers.items(reason, "product_ids")
                      .anyMatch(id -> id.scalar().filter(product::equals).isPresent()))
          .filter(
              reason ->
                  list.equals("flags") || ReportMembers.text(reason, "category").equals("impact"))
          .flatMap(reason -> ReportMembers.word(reason, member).stream())
          .findFirst();
    }
  }
}
