package io.productionguardian.laws;

import io.productionguardian.Renderer;
import io.productionguardian.testkit.RendererContract;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** Every renderer that is shipped keeps the contract of all renderers. */
class RenderersTest extends RendererContract {

  @Override
  protected Stream<Renderer> renderers() {
    return ServiceLoader.load(Renderer.class).stream().map(ServiceLoader.Provider::get);
  }
}
