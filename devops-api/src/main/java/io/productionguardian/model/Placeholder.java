package io.productionguardian.model;

import com.google.common.base.Preconditions;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apiguardian.api.API;

/**
 * A value that a remedy leaves open, because only its reader knows it. It is shown as {@code <name,
 * e.g. example>}; where it was pasted and not filled in, nothing is said.
 *
 * @param name what it is called in the values that fill it in, for instance {@code
 *     readiness_endpoint}: letters a to z, digits and underscores
 * @param type what fills it in
 * @param example a value of that type, as a text
 * @since 0.1.0
 */
@API(status = API.Status.STABLE, since = "0.1.0")
public record Placeholder(String name, Type type, String example) {

  /** The types of values. */
  public enum Type {
    /** One line that says something. */
    TEXT("one line of text"),
    /** A number without a fraction. */
    INTEGER("a whole number"),
    /** A number. */
    NUMBER("a number"),
    /** True or false. */
    BOOLEAN("true or false");

    private final String words;

    Type(String words) {
      this.words = words;
    }

    /** What it is, in words. */
    public String words() {
      return words;
    }

    /** The name as outputs show it, for instance {@code text}. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a text, as it is written, is a value of this type. */
    public boolean reads(String text) {
      return switch (this) {
        case TEXT -> !text.isBlank() && text.chars().noneMatch(Character::isISOControl);
        case INTEGER -> WHOLE_NUMBER.matcher(text).matches();
        case NUMBER -> ANY_NUMBER.matcher(text).matches();
        case BOOLEAN -> text.equals("true") || text.equals("false");
      };
    }
  }

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,59}");
  private static final Pattern WHOLE_NUMBER = Pattern.compile("-?(0|[1-9][0-9]{0,17})");
  private static final Pattern ANY_NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]{0,17})(\\.[0-9]{1,18})?");
  private static final Pattern WHOLE = Pattern.compile("(?s)\\s*+<[^<>]*+>\\s*+");
  private static final Pattern SOMEWHERE = Pattern.compile("<[^<>]*+>");

  /**
   * Checks that it can be shown, in JSON too, and that the example is one.
   *
   * @throws IllegalArgumentException if not
   */
  public Placeholder {
    Preconditions.checkArgument(NAME.matcher(name).matches(), "\"%s\" is no name", name);
    Preconditions.checkArgument(
        type.reads(example) && example.chars().noneMatch(c -> "<>\"\\".indexOf(c) >= 0),
        "\"%s\" is no example of %s",
        example,
        type.words());
  }

  /** A text that is left open. */
  public static Placeholder text(String name, String example) {
    return new Placeholder(name, Type.TEXT, example);
  }

  /** A whole number that is left open. */
  public static Placeholder integer(String name, int example) {
    return new Placeholder(name, Type.INTEGER, String.valueOf(example));
  }

  /** A number that is left open. */
  public static Placeholder number(String name, BigDecimal example) {
    return new Placeholder(name, Type.NUMBER, example.toPlainString());
  }

  /** A truth value that is left open. */
  public static Placeholder bool(String name, boolean example) {
    return new Placeholder(name, Type.BOOLEAN, String.valueOf(example));
  }

  /** {@code <name, e.g. example>}. */
  public String shown() {
    return "<" + name + ", e.g. " + example + ">";
  }

  /** Whether a text is nothing but a placeholder. */
  public static boolean is(String text) {
    return text.indexOf('<') >= 0 && WHOLE.matcher(text).matches(); // most texts have none
  }

  /** Whether a text has a remedy's placeholder somewhere. */
  public static boolean isIn(String text) {
    return text.indexOf('<') >= 0
        && SOMEWHERE.matcher(text).results().anyMatch(found -> found.group().contains(", e.g. "));
  }
}
