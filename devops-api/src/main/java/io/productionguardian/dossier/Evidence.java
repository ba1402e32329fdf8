package io.productionguardian.dossier;

import io.productionguardian.document.Node;
import io.productionguardian.document.Place;

/**
 * Something that a deploy file or a tool's report shows, as against what an agent says.
 *
 * @since 0.1.0
 */
public sealed interface Evidence
    permits AlertRule,
        Autoscaler,
        Container,
        DisruptionBudget,
        ScanReport,
        ScrapeJob,
        TestRun,
        VexStatement {

  /** Where it shows so. */
  Node node();

  /** Where that stands. */
  default Place place() {
    return node().place();
  }
}
