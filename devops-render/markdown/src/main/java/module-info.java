import io.productionguardian.Renderer;
import io.productionguardian.render.markdown.ReadinessRenderer;
import io.productionguardian.render.markdown.RunbookRenderer;

/** Renders {@code runbook.md} and {@code readiness.md}. */
// The command line is compiled after this one
@SuppressWarnings("module")
@org.jspecify.annotations.NullMarked
module io.productionguardian.render.markdown {
  requires transitive io.productionguardian.api;
  requires com.google.common;
  requires static org.apiguardian.api;
  requires org.jspecify;

  exports io.productionguardian.render.markdown to
      io.productionguardian.cli;

  provides Renderer with
      ReadinessRenderer,
      RunbookRenderer;
}
