package io.productionguardian.dossier;

import io.productionguardian.document.Document;
import java.util.List;
import org.apiguardian.api.API;

/**
 * Reads evidence of one kind. Stateless and pure. Found by {@link java.util.ServiceLoader}, so an
 * implementation has a public constructor without parameters.
 *
 * @since 0.1.0
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public interface EvidenceSource {

  /**
   * What a document shows.
   *
   * @param document a deploy file of the repository, or one of the epic's files
   * @return nothing when the document is of another kind; each with a node and a place of this
   *     document. What a source throws becomes a fault of the document, which blocks; so does
   *     evidence without a place, or with a place in another file.
   */
  List<Evidence> read(Document document);
}
