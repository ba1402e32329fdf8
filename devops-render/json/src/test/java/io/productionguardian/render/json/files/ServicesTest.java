package io.productionguardian.render.json.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.productionguardian.Renderer;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The class path reads META-INF/services, the module path module-info: both must say the same. */
class ServicesTest {

  private static final String SERVICE = Renderer.class.getName();

  @Test
  void bothListsNameTheSameRenderers() throws IOException {
    List<String> provided =
        ModuleDescriptor.read(resource("module-info.class")).provides().stream()
            .filter(provides -> provides.service().equals(SERVICE))
            .flatMap(provides -> provides.providers().stream())
            .toList();
    assertThat(listed()).containsExactlyElementsOf(provided).isNotEmpty().isSorted();
  }

  @Test
  void eachHasAPublicConstructorWithoutParameters()
      throws ReflectiveOperationException, IOException {
    for (String name : listed()) {
      assertThat(Class.forName(name).getConstructor().newInstance()).isInstanceOf(Renderer.class);
    }
  }

  private static List<String> listed() throws IOException {
    return new String(
            resource("META-INF/services/" + SERVICE).readAllBytes(), StandardCharsets.UTF_8)
        .lines()
        .toList();
  }

  private static InputStream resource(String path) throws IOException {
    return ServicesTest.class.getModule().getResourceAsStream(path);
  }
}
