package io.productionguardian.schema;

import java.util.Locale;
import org.apiguardian.api.API;

/**
 * The published schemas.
 *
 * @since 0.1.0
 */
@API(status = API.Status.INTERNAL, since = "0.1.0")
public enum SchemaName {
  REVIEW,
  IMPLEMENTATION,
  PLAN,
  MESSAGE,
  DECISION_ENTRY,
  DEPLOYMENT,
  VETO,
  POLICY,
  WAIVER,
  INFRASTRUCTURE,
  ROLLBACK_DRILL,
  ASSESSMENT,
  /** The operational sections, which other schemas refer to. */
  OPERATIONS;

  /** The file's name, for instance {@code decision-entry.schema.json}. */
  public String fileName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-') + ".schema.json";
  }

  /** The schema's {@code $id}. */
  public String id() {
    return "https://productionguardian.io/schema/v1/" + fileName();
  }
}
