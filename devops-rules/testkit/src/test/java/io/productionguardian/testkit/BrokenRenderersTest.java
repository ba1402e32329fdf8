package io.productionguardian.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.productionguardian.Assessment;
import io.productionguardian.RenderedFile;
import io.productionguardian.Renderer;
import io.productionguardian.model.EpicLayout;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The contract catches renderers that are broken on purpose, and lets a proper one pass. */
class BrokenRenderersTest {

  /** Writes what a test wants of an approval; the owner of the service is an agent's text. */
  private record Writes(String file, Function<String, String> text) implements Renderer {
    @Override
    public List<RenderedFile> render(Assessment assessment) {
      return assessment
          .plan()
          .map(
              plan ->
                  RenderedFile.of(
                      EpicLayout.ARTIFACTS + file, text.apply(plan.service().owner().orElse(""))))
          .stream()
          .toList();
    }
  }

  private static final class Counts implements Renderer {
    private int calls;

    @Override
    public List<RenderedFile> render(Assessment assessment) {
      return List.of(RenderedFile.of(EpicLayout.ARTIFACTS + "count.txt", "call " + calls++));
    }
  }

  private static Map<String, String> broken(Supplier<Renderer> renderer) {
    return Broken.promises(
        new RendererContract() {
          @Override
          protected Stream<Renderer> renderers() {
            return Stream.of(renderer.get());
          }
        }.keepsTheContract());
  }

  @Test
  void properRendererKeepsIt() {
    assertThat(broken(() -> new Writes("note.json", owner -> "{\"a\": 1}\n"))).isEmpty();
  }

  @Test
  void rendererThatWritesNothingIsCaught() {
    assertThat(broken(() -> assessment -> List.of())).containsOnlyKeys("it writes something");
  }

  @Test
  void rendererThatWritesOtherBytesEachTimeIsCaught() {
    assertThat(broken(Counts::new)).containsOnlyKeys("it writes the same twice");
  }

  @Test
  void rendererOfABrokenFileIsCaught() {
    assertThat(broken(() -> new Writes("note.yaml", owner -> "a: b: c\n")))
        .containsKey("it can be read back");
  }

  @Test
  void rendererThatLetsATextOutIsCaught() {
    assertThat(broken(() -> new Writes("note.md", owner -> "# Note\n\n" + owner + "\n")))
        .extractingByKey("it lets no text out")
        .asString()
        .contains("lets a text begin a line");
    assertThat(
            broken(
                () ->
                    new Writes(
                        "note.yaml",
                        owner -> "run: \"" + owner.replaceAll("[^${} _a-z]", " ") + "\"\n")))
        .extractingByKey("it lets no text out")
        .asString()
        .contains("lets GitHub fill something in");
  }
}
