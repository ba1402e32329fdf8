package io.productionguardian;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * Turns assessments into releases with a set of renderers. Immutable and thread-safe.
 *
 * @since 0.1.0
 */
final class Renderers {

  private final List<Renderer> renderers;

  private Renderers(List<Renderer> renderers) {
    this.renderers = renderers;
  }

  /** These renderers. */
  static Renderers of(Iterable<? extends Renderer> renderers) {
    return new Renderers(
        ImmutableList.sortedCopyOf(
            Comparator.comparing((Renderer renderer) -> renderer.getClass().getName()), renderers));
  }

  /** The classes of the renderers, sorted by name. */
  List<String> names() {
    return renderers.stream()
        .map(renderer -> renderer.getClass().getName())
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * Renders all files. What agents wrote where a file goes is kept beside it as a draft.
   *
   * @throws MisconfiguredException if two renderers write one file, or none or several write the
   *     line of the decision log
   * @throws RenderException if a renderer fails, or writes what a release of that decision may not
   *     hold
   */
  Release render(Assessment assessment) {
    List<Release.Written> written =
        new ArrayList<>(each("rendered", assessment, renderer -> renderer.render(assessment)));
    List<RenderedFile> attested =
        written.stream()
            .map(Release.Written::file)
            .filter(file -> !file.appended())
            .sorted(Comparator.comparing(RenderedFile::path))
            .collect(ImmutableList.toImmutableList());
    written.addAll(each("attested", assessment, renderer -> renderer.attest(assessment, attested)));
    return Release.of(assessment, written);
  }

  private List<Release.Written> each(
      String doing, Assessment assessment, Function<Renderer, List<RenderedFile>> ask) {
    List<Release.Written> written = new ArrayList<>();
    for (Renderer renderer : renderers) {
      try {
        ask.apply(renderer).forEach(file -> written.add(new Release.Written(renderer, file)));
      } catch (Exception | StackOverflowError | LinkageError | AssertionError failure) {
        throw RenderException.failed(
            renderer,
            "%s the %s of %s"
                .formatted(doing, assessment.approved() ? "approval" : "veto", assessment.epic()),
            failure);
      }
    }
    return written;
  }
}
