package io.productionguardian.rules.standard.consistency;

import io.productionguardian.dossier.Deployed.AlertRule;
import io.productionguardian.dossier.Dossier;
import io.productionguardian.promql.PromQl;
import io.productionguardian.rules.standard.ExportedMetrics;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The deployed alerts of the service: those of a file in which one has the name of a stated alert,
 * names the service, asks for nothing that only one service exports, or for a metric that begins
 * like one of the service's. Other components' alerts are theirs.
 */
final class OwnAlerts {

  private OwnAlerts() {}

  static List<AlertRule> of(Dossier dossier) {
    List<AlertRule> all = dossier.evidence(AlertRule.class);
    Set<String> files =
        all.stream()
            .filter(rule -> isOwn(dossier, rule))
            .map(rule -> rule.node().file())
            .collect(Collectors.toSet());
    return all.stream().filter(rule -> files.contains(rule.node().file())).toList();
  }

  private static boolean isOwn(Dossier dossier, AlertRule rule) {
    PromQl read = PromQl.parse(rule.expression().value());
    List<String> asked = ExportedMetrics.askedFor(read).toList();
    Set<String> beginnings =
        Stream.concat(
                dossier.metrics().stream().map(metric -> metric.value().name()),
                dossier.service().stream().map(service -> service.value().name()))
            .map(OwnAlerts::beginning)
            .collect(Collectors.toSet());
    return asked.isEmpty()
        || asked.stream().map(OwnAlerts::beginning).anyMatch(beginnings::contains)
        || dossier.alerts().stream().anyMatch(alert -> alert.value().name().equals(rule.name()))
        || dossier
            .service()
            .filter(own -> rule.expression().value().contains('"' + own.value().name() + '"'))
            .isPresent();
  }

  /** The first word of a name. */
  private static String beginning(String name) {
    return name.split("[_:-]", 2)[0];
  }
}
