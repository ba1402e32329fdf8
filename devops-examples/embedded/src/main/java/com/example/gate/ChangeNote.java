package com.example.gate;

import io.productionguardian.Assessment;
import io.productionguardian.RenderedFile;
import io.productionguardian.Renderer;
import java.util.List;

// snippet: renderer
/** Writes a note for the change calendar beside the other files of an approval. */
public final class ChangeNote implements Renderer {

  @Override
  public List<RenderedFile> render(Assessment assessment) {
    return assessment.approved()
        ? List.of(
            RenderedFile.of(
                "consensus/artifacts/change_note.txt",
                assessment.epic() + " goes live, iteration " + assessment.iteration() + "\n"))
        : List.of();
  }
}
// end
