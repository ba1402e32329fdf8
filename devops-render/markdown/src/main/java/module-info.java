import io.productionguardian.render.Renderer;
import io.productionguardian.render.markdown.ReadinessRenderer;
import io.productionguardian.render.markdown.RunbookRenderer;

/** Renders {@code runbook.md} and {@code readiness.md}. */
@org.jspecify.annotations.NullMarked
module io.productionguardian.render.markdown {
  requires transitive io.productionguardian.api;
  requires com.google.common;
  requires org.jspecify;

  exports io.productionguardian.render.markdown;

  provides Renderer with
      ReadinessRenderer,
      RunbookRenderer;
}
