package io.productionguardian.model;

import java.util.regex.Pattern;
import org.apiguardian.api.API;

/**
 * An epic's identifier, a single path segment such as {@code epic_25}.
 *
 * @param value 1 to 64 letters, digits, {@code _} and {@code -}, the first a letter or digit
 * @since 0.1.0
 */
@API(status = API.Status.STABLE, since = "0.1.0")
public record EpicId(String value) {

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");

  /**
   * Checks the form.
   *
   * @throws IllegalArgumentException if the value could mean more than one path segment
   */
  public EpicId {
    if (!isValid(value)) {
      throw new IllegalArgumentException("not an epic id ([A-Za-z0-9][A-Za-z0-9_-]{0,63})");
    }
  }

  /** Tells whether a text has the form of an epic id. */
  public static boolean isValid(String text) {
    return FORM.matcher(text).matches();
  }

  @Override
  public String toString() {
    return value;
  }
}
