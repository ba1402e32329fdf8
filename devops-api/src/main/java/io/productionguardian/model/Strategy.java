package io.productionguardian.model;

import java.util.Locale;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * The deployment strategy that is carried out.
 *
 * @param type one of the three
 * @param reason why this one, in words
 * @param stated what a file asked for when it was none of the three and had to be mapped
 * @since 0.1.0
 */
@API(status = API.Status.STABLE, since = "0.1.0")
public record Strategy(StrategyType type, String reason, Optional<String> stated) {

  /**
   * The three ways to bring a version into production.
   *
   * @since 0.1.0
   */
  public enum StrategyType {
    BLUE_GREEN,
    CANARY,
    ROLLING;

    /** The name as files state it, for instance {@code blue_green}. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The strategy of exactly that name, if it is one of the three. */
    public static Optional<StrategyType> parse(String text) {
      for (StrategyType type : values()) {
        if (type.wireName().equals(text)) {
          return Optional.of(type);
        }
      }
      return Optional.empty();
    }
  }
}
