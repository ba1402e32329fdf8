package io.productionguardian.render.yaml;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Reads quantities as Kubernetes writes them, in the forms that a plan may have. */
final class Quantities {

  private static final String PREFIXES = "KMGT";

  /** Docker takes no fewer. */
  private static final BigDecimal LEAST_CPUS = new BigDecimal("0.01");

  private Quantities() {}

  /** Cores as a decimal number: {@code 100m} is {@code 0.1}. */
  static String cpus(String quantity) {
    BigDecimal cores =
        quantity.endsWith("m")
            ? new BigDecimal(quantity.substring(0, quantity.length() - 1)).movePointLeft(3)
            : new BigDecimal(quantity);
    return cores.max(LEAST_CPUS).stripTrailingZeros().toPlainString();
  }

  /** Whole bytes, rounded up: {@code 128Mi} are 134217728, {@code 128M} are 128000000. */
  static BigDecimal bytes(String quantity) {
    boolean binary = quantity.endsWith("i");
    String rest = binary ? quantity.substring(0, quantity.length() - 1) : quantity;
    int power = PREFIXES.indexOf(Character.toUpperCase(rest.charAt(rest.length() - 1))) + 1;
    BigDecimal number = new BigDecimal(power == 0 ? rest : rest.substring(0, rest.length() - 1));
    return number
        .multiply(BigDecimal.valueOf(binary ? 1024 : 1000).pow(power))
        .setScale(0, RoundingMode.CEILING);
  }
}
