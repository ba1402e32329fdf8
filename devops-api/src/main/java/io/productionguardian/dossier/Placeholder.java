package io.productionguardian.dossier;

import java.util.regex.Pattern;

/**
 * What a remedy shows as {@code <what, e.g. value>} and is to be filled in. Where it was pasted and
 * not filled in, nothing is said.
 *
 * @since 0.1.0
 */
public final class Placeholder {

  private static final Pattern WHOLE = Pattern.compile("(?s)\\s*<[^<>]*>\\s*");
  private static final Pattern SOMEWHERE = Pattern.compile("<[^<>]*, e\\.g\\. [^<>]*>");

  private Placeholder() {}

  /** Whether a text is nothing but a placeholder. */
  public static boolean is(String text) {
    return text.indexOf('<') >= 0 && WHOLE.matcher(text).matches(); // most texts have none
  }

  /** Whether a text has a remedy's placeholder somewhere. */
  public static boolean isIn(String text) {
    return text.indexOf('<') >= 0 && SOMEWHERE.matcher(text).find();
  }
}
