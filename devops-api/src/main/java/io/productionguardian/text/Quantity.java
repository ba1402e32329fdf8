package io.productionguardian.text;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apiguardian.api.API;

/** Amounts of CPU and memory as Kubernetes and compose write them. */
@API(status = API.Status.INTERNAL, since = "0.1.0")
public final class Quantity {

  private static final Pattern FORM =
      Pattern.compile("([0-9]{1,15}(?:\\.[0-9]{1,9})?)\\s*(m|[kKMGTP]i?|[kKmMgG]?[bB])?");
  private static final Map<String, Long> BYTES =
      Map.ofEntries(
          Map.entry("b", 1L),
          Map.entry("k", 1_000L),
          Map.entry("K", 1_000L),
          Map.entry("M", 1_000_000L),
          Map.entry("G", 1_000_000_000L),
          Map.entry("T", 1_000_000_000_000L),
          Map.entry("P", 1_000_000_000_000_000L),
          Map.entry("Ki", 1L << 10),
          Map.entry("Mi", 1L << 20),
          Map.entry("Gi", 1L << 30),
          Map.entry("Ti", 1L << 40),
          Map.entry("Pi", 1L << 50),
          Map.entry("kb", 1L << 10),
          Map.entry("mb", 1L << 20),
          Map.entry("gb", 1L << 30));

  /** No process starts in less memory, bytes (the least that Docker takes is 6 MiB). */
  private static final BigDecimal LEAST_MEMORY = BigDecimal.valueOf(4L << 20);

  private Quantity() {}

  /** Whether a limit of CPU or memory is one that a container can run with. */
  public static boolean isUsable(String resource, String text) {
    return of(text)
        .filter(
            amount ->
                resource.equals("memory")
                    ? amount.compareTo(LEAST_MEMORY) >= 0
                    : amount.signum() > 0)
        .isPresent();
  }

  /**
   * An amount as a number: cores or bytes.
   *
   * @return empty for what is no amount; compose's {@code 512m} of memory is one only there
   */
  public static Optional<BigDecimal> of(String text) {
    Matcher matcher = FORM.matcher(text.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    BigDecimal number = new BigDecimal(matcher.group(1));
    String unit = matcher.group(2);
    if (unit == null) {
      return Optional.of(number);
    }
    if (unit.equals("m")) {
      return Optional.of(number.movePointLeft(3));
    }
    Long factor = BYTES.get(unit);
    return Optional.of(
        number.multiply(
            BigDecimal.valueOf(
                factor == null ? BYTES.getOrDefault(unit.toLowerCase(Locale.ROOT), 1L) : factor)));
  }
}
