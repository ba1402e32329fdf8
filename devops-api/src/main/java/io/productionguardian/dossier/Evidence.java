package io.productionguardian.dossier;

import io.productionguardian.document.Node;
import io.productionguardian.document.SourceLocation;
import org.apiguardian.api.API;

/**
 * Something that a deploy file or a tool's report shows, as against what an agent says.
 *
 * @since 0.1.0
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public interface Evidence {

  /** Where it shows so. */
  Node node();

  /** Where that stands. */
  default SourceLocation place() {
    return node().place();
  }
}
