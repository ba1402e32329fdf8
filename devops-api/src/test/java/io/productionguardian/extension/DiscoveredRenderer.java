package io.productionguardian.extension;

import io.productionguardian.Assessment;
import io.productionguardian.RenderedFile;
import io.productionguardian.Renderer;
import java.util.List;

/** A renderer as somebody else would write it; only a test lists it as a service. */
public final class DiscoveredRenderer implements Renderer {

  @Override
  public List<RenderedFile> render(Assessment assessment) {
    String line =
        "{\"agent\":\"devops\",\"decision\":\"%s\",\"epic_id\":\"%s\",\"iteration\":%d,\"by\":\"discovered\"}"
            .formatted(assessment.decision().wireName(), assessment.epic(), assessment.iteration());
    return List.of(RenderedFile.logLine(line));
  }
}
