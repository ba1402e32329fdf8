package io.productionguardian.policy;

import com.google.common.collect.ImmutableList;
import io.productionguardian.document.Document;
import io.productionguardian.document.Node;
import io.productionguardian.model.GuardianException;
import io.productionguardian.schema.SchemaName;
import io.productionguardian.schema.Schemas;
import java.util.List;
import org.apiguardian.api.API;

/**
 * A policy file or catalog that cannot be used. The message has a line for each fault with its
 * place.
 *
 * @since 0.1.0
 */
@API(status = API.Status.STABLE, since = "0.1.0")
public final class PolicyException extends GuardianException {

  private static final long serialVersionUID = 1L;

  /** One line for each fault. */
  public PolicyException(Iterable<String> faults) {
    super(String.join("\n", ImmutableList.copyOf(faults)), null);
  }

  /** Refuses a document that is not one whole document as the schema describes it. */
  static void refuse(Document document, SchemaName schema) {
    ImmutableList.Builder<String> faults = ImmutableList.builder();
    document.faults().forEach(fault -> faults.add(fault.place() + " " + fault.message()));
    if (document.roots().size() > 1) {
      faults.add(document.roots().get(1).place() + " a second document in the file");
    }
    document
        .root()
        .filter(Node::complete) // what is cut off is not blamed for what it lacks
        .ifPresent(
            root ->
                Schemas.validate(schema, root)
                    .forEach(v -> faults.add(v.place() + " " + v.message())));
    List<String> all = faults.build();
    if (!all.isEmpty()) {
      throw new PolicyException(all);
    }
  }
}
