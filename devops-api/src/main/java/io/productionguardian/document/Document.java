package io.productionguardian.document;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * What could be read of a file.
 *
 * @param file path below the epic folder or the repository's root
 * @param roots the documents of a YAML stream, the entries of a JSON Lines file, or the one value
 *     of a JSON file; one that could be read only in part is not {@link Node#complete()}
 * @param faults what could not be read as it stands, in the file's order
 * @since 0.1.0
 */
public record Document(String file, ImmutableList<Node> roots, ImmutableList<Fault> faults) {

  /** The first document, which for most files is the only one. */
  public Optional<Node> root() {
    return roots.stream().findFirst();
  }

  /** Whether nothing of the file is unknown. */
  public boolean complete() {
    return faults.stream().noneMatch(fault -> fault.kind().losesContent());
  }
}
