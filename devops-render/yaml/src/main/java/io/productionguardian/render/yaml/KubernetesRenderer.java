package io.productionguardian.render.yaml;

import com.google.common.collect.ImmutableList;
import io.productionguardian.Assessment;
import io.productionguardian.RenderedFile;
import io.productionguardian.Renderer;
import io.productionguardian.model.EpicLayout;
import io.productionguardian.model.Stage;
import io.productionguardian.plan.DeploymentPlan;
import java.util.List;
import org.apiguardian.api.API;

/**
 * Writes the Kubernetes manifests of an approved release, a folder for each stage; {@code
 * cicd.yaml} applies them.
 *
 * @since 0.1.0
 */
@API(status = API.Status.INTERNAL, since = "0.1.0")
public final class KubernetesRenderer implements Renderer {

  private static final String FOLDER = EpicLayout.ARTIFACTS + "deploy/k8s/";

  /** Creates the renderer. */
  public KubernetesRenderer() {}

  @Override
  public List<RenderedFile> render(Assessment assessment) {
    return assessment.plan().map(KubernetesRenderer::files).orElse(ImmutableList.of());
  }

  private static List<RenderedFile> files(DeploymentPlan plan) {
    return plan.stages().stream()
        .flatMap(
            stage ->
                new Manifests(plan, stage).files().stream().map(manifest -> file(stage, manifest)))
        .collect(ImmutableList.toImmutableList());
  }

  private static RenderedFile file(Stage stage, Manifest manifest) {
    List<String> comments =
        ImmutableList.<String>builder()
            .add(EpicLayout.GENERATOR_MARK + "; the next release writes it anew.")
            .addAll(manifest.comments())
            .build();
    return RenderedFile.of(
        FOLDER + stage.name() + "/" + manifest.file() + ".yaml",
        Yaml.QUOTED.write(comments, manifest.tree()));
  }
}
