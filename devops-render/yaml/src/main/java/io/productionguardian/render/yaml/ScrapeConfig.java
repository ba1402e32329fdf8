package io.productionguardian.render.yaml;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.productionguardian.Assessment;
import io.productionguardian.model.EpicLayout;
import io.productionguardian.model.Service;
import io.productionguardian.plan.DeploymentPlan;
import io.productionguardian.policy.Catalog;
import java.util.List;
import java.util.Map;

/** A configuration of Prometheus that collects the service's metrics. */
record ScrapeConfig(Assessment assessment, DeploymentPlan plan) {

  static final String FILE = "scrape.yml";

  /** What must be known before the file is used, a line each. */
  List<String> comments() {
    return ImmutableList.of(
        "%s for %s, iteration %s; the next release writes it anew."
            .formatted(EpicLayout.GENERATOR_MARK, assessment.epic(), assessment.iteration()),
        "Use: add the job to %s, and %s to its rule_files."
            .formatted(catalog().scrapeConfig(), AlertRules.FILE));
  }

  Map<String, Object> tree() {
    String interval = DeploymentPlan.SCRAPE_SECONDS + "s";
    return ImmutableMap.of(
        "global",
        ImmutableMap.of("scrape_interval", interval, "evaluation_interval", interval),
        "rule_files",
        ImmutableList.of(AlertRules.FILE),
        "scrape_configs",
        ImmutableList.of(
            ImmutableMap.of(
                "job_name",
                plan.service().name(),
                "metrics_path",
                catalog().metricsPath(),
                // by name and not by DNS discovery: a service that is gone must be a target that
                // is down, and not a target that nobody knows of
                "static_configs",
                ImmutableList.of(ImmutableMap.of("targets", ImmutableList.of(target()))))));
  }

  /** What Prometheus adds to every series of the service. */
  Map<String, String> labels() {
    return ImmutableMap.of("job", plan.service().name(), "instance", target());
  }

  private String target() {
    Service service = plan.service();
    return service.name() + ":" + service.metricsPort().orElse(service.port());
  }

  private Catalog catalog() {
    return assessment.policy().catalog();
  }
}
