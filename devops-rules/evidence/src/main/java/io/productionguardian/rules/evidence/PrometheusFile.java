package io.productionguardian.rules.evidence;

import com.google.common.collect.ImmutableList;
import io.productionguardian.document.Document;
import io.productionguardian.document.Node;
import io.productionguardian.dossier.AlertRule;
import io.productionguardian.dossier.Evidence;
import io.productionguardian.dossier.EvidenceSource;
import io.productionguardian.dossier.Fact;
import io.productionguardian.dossier.ScrapeJob;
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
                    Members.items(root, "scrape_configs")
                        .filter(job -> job.get("job_name").isPresent())
                        .map(PrometheusFile::job),
                    groups(root)
                        .flatMap(group -> Members.items(group, "rules"))
                        .flatMap(rule -> alert(rule).stream())))
        .toList();
  }

  private static Stream<Node> groups(Node root) {
    return Members.text(root, "kind").equals("PrometheusRule")
        ? Members.items(root, "spec", "groups")
        : Members.items(root, "groups");
  }

  private static Evidence job(Node job) {
    String path = Members.text(job, "metrics_path");
    return new ScrapeJob(
        job,
        Members.text(job, "job_name"),
        path.isEmpty() ? "/metrics" : path,
        Members.items(job, "static_configs")
            .flatMap(config -> Members.items(config, "targets"))
            .flatMap(target -> Members.scalar(target).stream())
            .collect(ImmutableList.toImmutableList()));
  }

  private static Optional<Evidence> alert(Node rule) {
    Optional<Fact<String>> expression = Members.scalar(rule, "expr");
    Optional<Fact<String>> name = Members.scalar(rule, "alert");
    return name.isPresent() && expression.isPresent()
        ? Optional.of(
            new AlertRule(
                rule,
                name.get().value(),
                expression.get(),
                Members.scalar(rule, "for"),
                Members.scalars(rule.get("labels")),
                Members.scalars(rule.get("annotations"))))
        : Optional.empty();
  }
}
