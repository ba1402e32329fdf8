package io.productionguardian.rules.standard.checklist;

import io.productionguardian.document.SourceFile;
import io.productionguardian.dossier.Deployed.ScrapeJob;
import io.productionguardian.dossier.Dossier;
import io.productionguardian.dossier.Sourced;
import io.productionguardian.model.Placeholder;
import io.productionguardian.model.Service;
import io.productionguardian.model.Severity;
import io.productionguardian.rule.Remedy;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Template;
import io.productionguardian.rule.Violation;
import io.productionguardian.rules.standard.Owners;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where metrics are stated, a file says where they are read. */
public final class MetricsExposed implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of("metrics-exposed", Severity.WARN, RuleInfo.Concern.CHECKLIST)
          .summary(
              "Where metrics are stated, a file says where they are read: by a metrics port, by a "
                  + "scrape job or by the path /metrics. Whether the service answers there is for "
                  + "its tests to say.")
          .impact("Prometheus is pointed at nothing, and each alert stays silent")
          .requirement("service.metrics_port, a scrape job, or /metrics in any of the files")
          .suggestion("State service.metrics_port in implementation.json")
          .action("expose_metrics")
          .example(
              "\"service\": {\"name\": \"api\"}",
              "\"service\": {\"name\": \"api\", \"metrics_port\": 9464}")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Dossier dossier, Settings settings) {
    Optional<Sourced<Service>> service = dossier.service();
    boolean exposed =
        dossier.metrics().isEmpty()
            || service.flatMap(fact -> fact.value().metricsPort()).isPresent()
            || !dossier.evidence(ScrapeJob.class).isEmpty()
            || speaksOf(dossier, settings.catalog().metricsPath());
    if (exposed) {
      return List.of();
    }
    Violation violation =
        Violation.at(
            dossier.metrics().get(0).place(),
            "Metrics are stated, but nothing says where they are");
    return List.of(
        service
            .map(
                fact ->
                    violation.remedy(
                        Remedy.add(
                            Owners.of(fact.place().file()),
                            fact.node(),
                            "metrics_port",
                            Template.json("%s", Placeholder.integer("metrics_port", 9464)))))
            .orElse(violation));
  }

  private static boolean speaksOf(Dossier dossier, String path) {
    String literal = Pattern.quote(path);
    Pattern whole = // as a path or at the end of a URL, and not in a file's name
        Pattern.compile(
            "(?=" // so that what stands before is looked at there only
                + literal
                + ")(?:(?<![\\w/-])|(?<=:[0-9]{1,5})|(?<=://[\\w.-]{1,100}))"
                + literal
                + "(?![\\w/-]|\\.\\w)");
    return Stream.concat(
            dossier.inputs().files().values().stream(),
            dossier.inputs().repository().values().stream())
        .map(SourceFile::text)
        .filter(text -> text.contains(path))
        .anyMatch(text -> whole.matcher(text).find());
  }
}
