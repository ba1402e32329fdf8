package io.productionguardian.render.yaml;

import io.productionguardian.Assessment;
import io.productionguardian.RenderedFile;
import io.productionguardian.Renderer;
import io.productionguardian.model.EpicLayout;
import io.productionguardian.plan.DeploymentPlan;
import java.util.List;
import org.apiguardian.api.API;

/**
 * Writes {@code deploy/prometheus/} of an approved release: what collects the service's metrics,
 * the alerts, and a unit test for each alert.
 *
 * @since 0.1.0
 */
@API(status = API.Status.INTERNAL, since = "0.1.0")
public final class PrometheusRenderer implements Renderer {

  private static final String FOLDER = EpicLayout.ARTIFACTS + "deploy/prometheus/";

  /** Creates the renderer. */
  public PrometheusRenderer() {}

  @Override
  public List<RenderedFile> render(Assessment assessment) {
    return assessment.plan().map(plan -> files(assessment, plan)).orElse(List.of());
  }

  private static List<RenderedFile> files(Assessment assessment, DeploymentPlan plan) {
    ScrapeConfig scrape = new ScrapeConfig(assessment, plan);
    AlertRules rules = AlertRules.of(assessment, plan);
    AlertTests tests = AlertTests.of(rules, scrape);
    return List.of(
        RenderedFile.of(
            FOLDER + ScrapeConfig.FILE, Yaml.QUOTED.write(scrape.comments(), scrape.tree())),
        RenderedFile.of(
            FOLDER + AlertRules.FILE, Yaml.QUOTED.write(rules.comments(), rules.tree())),
        RenderedFile.of(
            FOLDER + AlertTests.FILE, Yaml.QUOTED.write(tests.comments(), tests.tree())));
  }
}
