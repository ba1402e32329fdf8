package io.productionguardian.render;

import com.google.common.collect.ImmutableList;
import io.productionguardian.document.SourceFile;
import io.productionguardian.dossier.Inputs;
import io.productionguardian.engine.Assessment;
import io.productionguardian.engine.MisconfiguredException;
import io.productionguardian.model.EpicLayout;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Turns assessments into releases with a set of renderers. Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public final class Renderers {

  private final ImmutableList<Renderer> renderers;

  private Renderers(ImmutableList<Renderer> renderers) {
    this.renderers = renderers;
  }

  /** These renderers. */
  public static Renderers of(Iterable<? extends Renderer> renderers) {
    return new Renderers(
        ImmutableList.sortedCopyOf(
            Comparator.comparing((Renderer renderer) -> renderer.getClass().getName()), renderers));
  }

  /** The classes of the renderers, sorted by name. */
  public ImmutableList<String> names() {
    return renderers.stream()
        .map(renderer -> renderer.getClass().getName())
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * Renders all files. What agents wrote where a file goes is kept beside it as a draft.
   *
   * @throws MisconfiguredException if two renderers write one file, or none or several write the
   *     line of the decision log
   */
  public Release render(Assessment assessment) {
    List<RenderedFile> rendered = new ArrayList<>();
    renderers.forEach(renderer -> rendered.addAll(renderer.render(assessment)));
    ImmutableList<RenderedFile> attested =
        rendered.stream()
            .filter(file -> !file.appended())
            .sorted(Comparator.comparing(RenderedFile::path))
            .collect(ImmutableList.toImmutableList());
    renderers.forEach(renderer -> rendered.addAll(renderer.attest(assessment, attested)));
    Map<String, RenderedFile> files = new TreeMap<>();
    List<RenderedFile> logLines = new ArrayList<>();
    List<String> faults = new ArrayList<>();
    for (RenderedFile file : rendered) {
      if (file.appended()) {
        logLines.add(file);
      } else if (files.putIfAbsent(file.path(), file) != null) {
        faults.add(file.path() + " is written by two renderers: " + names());
      }
    }
    if (logLines.size() != 1) {
      faults.add(
          logLines.size()
              + " renderers write the line of the decision log, wanted is one: "
              + names());
    }
    if (!faults.isEmpty()) {
      throw new MisconfiguredException(faults);
    }
    for (RenderedFile file : List.copyOf(files.values())) {
      SourceFile replaced = assessment.dossier().snapshot().file(file.path()).orElse(null);
      if (replaced != null
          && file.path().startsWith(EpicLayout.ARTIFACTS)
          && replaced.fault().isEmpty()
          && !Inputs.isGenerated(replaced)) {
        String draft = EpicLayout.draftOf(file.path());
        files.put(draft, RenderedFile.of(draft, replaced.content()));
      }
    }
    return new Release(assessment, ImmutableList.copyOf(files.values()), logLines.get(0));
  }
}
