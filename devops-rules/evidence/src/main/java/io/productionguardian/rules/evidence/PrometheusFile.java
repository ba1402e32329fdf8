package io.productionguardian.rules.evidence;

import com.google.common.collect.ImmutableList;
import io.productionguardian.document.Document;
import io.productionguardian.document.Node;
import io.productionguardian.dossier.Deployed.AlertRule;
import io.productionguardian.dossier.Deployed.ScrapeJob;
import io.productionguardian.dossier.Evidence;
import io.productionguardian.dossier.EvidenceSource;
import io.productionguardian.dossier.Sourced;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Prometheus' configuration ({@code scrape_configs}) and alerting rules ({@code groups}), also the
 * operator's {@code PrometheusRule}.
 */
public final class PrometheusFile implements EvidenceSource {

  /** Creates the source. */
  public PrometheusFile() {}

  @Override
  public List<Evidence> read(Document document) {
    return document.roots().stream()
        .flatMap(
            root ->
                Stream.concat(
                    ReportMembers.items(root, "scrape_configs")
                        .filter(job -> job.get("job_name").isPresent())
                        .map(PrometheusFile::job),
                    groups(root)
                        .flatMap(group -> ReportMembers.items(group, "rules"))
                        .flatMap(rule -> alert(rule).stream())))
        .toList();
  }

  private static Stream<Node> groups(Node root) {
    return ReportMembers.text(root, "kind").equals("PrometheusRule")
        ? ReportMembers.items(root, "spec", "groups")
        : ReportMembers.items(root, "groups");
  }

  private static Evidence job(Node job) {
    String path = ReportMembers.text(job, "metrics_path");
    return new ScrapeJob(
        job,
        ReportMembers.text(job, "job_name"),
        path.isEmpty() ? "/metrics" : path,
        ReportMembers.items(job, "static_configs")
            .flatMap(config -> ReportMembers.items(config, "targets"))
            .flatMap(target -> ReportMembers.scalar(target).stream())
            .collect(ImmutableList.toImmutableList()));
  }

  private static Optional<Evidence> alert(Node rule) {
    Optional<Sourced<String>> expression = ReportMembers.scalar(rule, "expr");
    Optional<Sourced<String>> name = ReportMembers.scalar(rule, "alert");
    return name.isPresent() && expression.isPresent()
        ? Optional.of(
            new AlertRule(
                rule,
                name.get().value(),
                expression.get(),
                ReportMembers.scalar(rule, "for"),
                ReportMembers.scalars(rule.get("labels")),
                ReportMembers.scalars(rule.get("annotations"))))
        : Optional.empty();
  }
}
