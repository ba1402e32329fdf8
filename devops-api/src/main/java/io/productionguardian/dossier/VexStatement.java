package io.productionguardian.dossier;

import com.google.common.collect.ImmutableSet;
import io.productionguardian.document.Node;
import java.util.Optional;

/**
 * What a maker says of a vulnerability (VEX: OpenVEX or CycloneDX).
 *
 * @param node where
 * @param ids the vulnerability's ids
 * @param products package URLs or names that it is said for; none when it is said for all of the
 *     document's subject
 * @param status what is said
 * @param justification why, for {@link Status#NOT_AFFECTED}
 * @since 0.1.0
 */
public record VexStatement(
    Node node,
    ImmutableSet<String> ids,
    ImmutableSet<String> products,
    Status status,
    Optional<String> justification)
    implements Evidence {

  /** What may be said. */
  public enum Status {
    NOT_AFFECTED,
    AFFECTED,
    FIXED,
    UNDER_INVESTIGATION
  }

  /** The same, said of all that the document's subject is made of. */
  VexStatement ofAll() {
    return new VexStatement(node, ids, ImmutableSet.of(), status, justification);
  }

  /** Whether it takes the weight from a vulnerability: said with a reason, for that component. */
  public boolean clears(Vulnerability vulnerability) {
    boolean cleared =
        status == Status.FIXED
            || (status == Status.NOT_AFFECTED && justification.filter(Words::isMeant).isPresent());
    return cleared && concerns(vulnerability);
  }

  /** Whether it speaks of that vulnerability in that component. */
  public boolean concerns(Vulnerability vulnerability) {
    return ids.stream().anyMatch(vulnerability::isKnownAs)
        && (products.isEmpty() || Coordinate.of(vulnerability.component()).isAnyOf(products));
  }
}
