package io.productionguardian.rule;

import com.google.common.collect.ImmutableMap;
import io.productionguardian.document.Node;
import io.productionguardian.model.Timestamp;
import io.productionguardian.policy.Catalog;
import io.productionguardian.rule.RuleInfo.Param;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * The values of a rule's parameters.
 *
 * @since 0.1.0
 */
@API(status = API.Status.STABLE, since = "0.1.0")
public final class Settings {

  private final Map<String, Object> values;
  private final Catalog catalog;
  private final Optional<Timestamp> now;

  private Settings(Map<String, Object> values, Catalog catalog, Optional<Timestamp> now) {
    this.values = values;
    this.catalog = catalog;
    this.now = now;
  }

  /** The values that a rule has when the policy sets none, and the catalog as shipped. */
  public static Settings standard(RuleInfo info) {
    return of(info, Map.of(), Catalog.standard());
  }

  /**
   * The values that a policy sets, and the standard for the rest.
   *
   * @throws IllegalArgumentException if the rule has no such parameter or the value is of another
   *     type; the message names the rule, the place and what is expected
   */
  public static Settings of(RuleInfo info, Map<String, Node> stated, Catalog catalog) {
    ImmutableMap.Builder<String, Object> values = ImmutableMap.builder();
    for (Param param : info.params()) {
      Node node = stated.get(param.name());
      values.put(param.name(), node == null ? param.standard() : value(info, param, node));
    }
    stated.forEach(
        (name, node) -> {
          if (info.params().stream().noneMatch(param -> param.name().equals(name))) {
            throw new IllegalArgumentException(
                node.place() + " rule " + info.id() + " has no setting \"" + name + "\"");
          }
        });
    return new Settings(values.buildOrThrow(), catalog, Optional.empty());
  }

  /** The same, for a decision at that time. */
  public Settings at(Timestamp time) {
    return new Settings(values, catalog, Optional.of(time));
  }

  /** When the decision is made, in the policy's zone; empty where a rule is asked without one. */
  public Optional<Timestamp> now() {
    return now;
  }

  /** The infrastructure that all services share. */
  public Catalog catalog() {
    return catalog;
  }

  /** The number of that name. */
  public BigDecimal number(String name) {
    return value(name, BigDecimal.class);
  }

  /** The text of that name. */
  public String text(String name) {
    return value(name, String.class);
  }

  /** The truth value of that name. */
  public boolean flag(String name) {
    return value(name, Boolean.class);
  }

  private <T> T value(String name, Class<T> type) {
    Object value = values.get(name);
    if (!type.isInstance(value)) {
      throw new IllegalArgumentException("no setting \"" + name + "\" of that type is declared");
    }
    return type.cast(value);
  }

  private static Object value(RuleInfo info, Param param, Node node) {
    Optional<?> value =
        param.standard() instanceof BigDecimal
            ? node.number()
            : param.standard() instanceof Boolean ? node.bool() : node.text();
    if (value.isEmpty()) {
      throw new IllegalArgumentException(
          node.place()
              + " setting \""
              + param.name()
              + "\" of rule "
              + info.id()
              + " is not of the type of its standard value "
              + param.standard());
    }
    if (!param.choices().isEmpty() && !param.choices().contains(String.valueOf(value.get()))) {
      throw new IllegalArgumentException(
          node.place()
              + " setting \""
              + param.name()
              + "\" of rule "
              + info.id()
              + " is none of "
              + String.join(", ", param.choices()));
    }
    return value.get();
  }
}
