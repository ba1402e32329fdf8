package io.productionguardian.dossier;

import io.productionguardian.document.Node;
import io.productionguardian.document.SourceLocation;
import org.apiguardian.api.API;

/**
 * Something that a file says, and where.
 *
 * @param value what it says
 * @param node where it says so
 * @since 0.1.0
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record Sourced<T>(T value, Node node) {

  /** Where it stands. */
  public SourceLocation place() {
    return node.place();
  }

  /** Where that member of it stands, or the whole when it has no such member. */
  public SourceLocation place(String member) {
    return node.place(member);
  }
}
