package io.productionguardian.rules.standard.checklist;

import io.productionguardian.dossier.Deployed.Container;
import io.productionguardian.dossier.Deployed.ScrapeJob;
import io.productionguardian.dossier.Dossier;
import io.productionguardian.model.Service;
import io.productionguardian.model.Severity;
import io.productionguardian.rule.AppliesBy;
import io.productionguardian.rule.Remedy;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Template;
import io.productionguardian.rule.Violation;
import io.productionguardian.text.OneLine;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A repository with a Prometheus configuration has a job for the service in it. */
public final class ScrapeJobDefined implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of("scrape-job", Severity.WARN, RuleInfo.Concern.CHECKLIST)
          .summary("A repository with a Prometheus configuration has a job for the service in it.")
          .impact("The service's metrics are collected nowhere, and each alert stays silent")
          .requirement("A job of the service's name, or with its host among the targets")
          .suggestion("Add the job to the shared configuration, infra/prometheus/prometheus.yml")
          .action("add_scrape_job")
          .example(
              "- job_name: other\n  static_configs:\n    - targets: [other:8080]",
              "- job_name: api\n  static_configs:\n    - targets: [api:8080]")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Dossier dossier, Settings settings) {
    List<ScrapeJob> jobs = dossier.evidence(ScrapeJob.class);
    if (jobs.isEmpty() || dossier.service().isEmpty()) {
      return List.of();
    }
    Service service = dossier.service().get().value();
    Set<String> hosts =
        Stream.concat(Stream.of(service.name()), dossier.containers().stream().map(Container::name))
            .collect(Collectors.toSet());
    List<ScrapeJob> own = jobs.stream().filter(job -> scrapes(job, hosts)).toList();
    String path = settings.catalog().metricsPath();
    if (own.isEmpty()) {
      // what is discovered may be the service, whatever the job is called
      return jobs.stream().anyMatch(job -> job.targets().isEmpty())
          ? List.of()
          : List.of(missing(jobs.get(0), service, path));
    }
    return own.stream().anyMatch(job -> job.metricsPath().equals(path))
        ? List.of()
        : List.of(elsewhere(own.get(0), path));
  }

  private static Violation elsewhere(ScrapeJob job, String path) {
    Violation violation =
        Violation.at(
            job.node().place("metrics_path"),
            "The job reads the service's metrics at another path than " + path);
    return job.node()
        .get("metrics_path")
        .map(
            node ->
                violation.remedy(
                    Remedy.replace(AppliesBy.MACHINE, node.place(), Template.json("%s", path))))
        .orElse(violation);
  }

  private static boolean scrapes(ScrapeJob job, Set<String> hosts) {
    return hosts.contains(job.name())
        || job.targets().stream()
            .anyMatch(target -> hosts.contains(target.value().replaceFirst(":.*", "")));
  }

  private static Violation missing(ScrapeJob job, Service service, String path) {
    String target = service.name() + ":" + service.metricsPort().orElse(service.port());
    Template value =
        Template.json(
            "{\"job_name\": %s, \"metrics_path\": %s, \"static_configs\": [{\"targets\": [%s]}]}",
            service.name(), path, target);
    return Violation.at(
            job.node().place(), "No job scrapes the service " + OneLine.of(service.name(), 60))
        .remedy(Remedy.add(AppliesBy.MACHINE, job.node().file(), "/scrape_configs/-", value));
  }
}
