package io.productionguardian.rule;

import com.google.common.base.Preconditions;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.productionguardian.document.Node;
import io.productionguardian.edit.JsonText;
import io.productionguardian.model.Placeholder;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/**
 * JSON or text that leaves values open. What is put into it is data: a text stays a text, whatever
 * characters it has.
 *
 * @param form how values are written in it
 * @param text what it says, with {@link Placeholder#shown()} where a value is left open
 * @param placeholders the values that are left open, in order; no two have one name
 * @since 0.1.0
 */
@API(status = API.Status.STABLE, since = "0.1.0")
public record Template(Form form, String text, List<Placeholder> placeholders) {

  /** How values are written. */
  public enum Form {
    /** As values of JSON. */
    JSON,
    /** As they read. */
    TEXT
  }

  /**
   * Checks that each placeholder has a name of its own.
   *
   * @throws IllegalArgumentException if not
   */
  public Template {
    placeholders = ImmutableList.copyOf(placeholders);
    long names = placeholders.stream().map(Placeholder::name).distinct().count();
    Preconditions.checkArgument(
        names == placeholders.size(), "two placeholders have one name: %s", placeholders);
  }

  /**
   * JSON with parts in it.
   *
   * @param format JSON with {@code %s} for each part; without parts it is taken as it is
   * @param parts placeholders, templates of JSON, nodes, and texts, numbers and truth values, which
   *     are written as JSON
   */
  public static Template json(String format, Object... parts) {
    return of(Form.JSON, format, parts);
  }

  /**
   * A text with parts in it.
   *
   * @param format a text with {@code %s} for each part; without parts it is taken as it is
   * @param parts placeholders, templates of text, and values, which are written as they read
   */
  public static Template text(String format, Object... parts) {
    return of(Form.TEXT, format, parts);
  }

  /** A list of these. */
  public static Template list(Collection<Template> items) {
    return joined("[", items, "]");
  }

  /** The parts of one kind of JSON, one after the other, with commas between them. */
  private static Template joined(String open, Collection<Template> parts, String close) {
    String format = parts.stream().map(part -> "%s").collect(Collectors.joining(", ", open, close));
    return parts.isEmpty() ? json(open + close) : json(format, parts.toArray());
  }

  /** An object with these members. */
  public static Template object(Map<String, Template> members) {
    return joined(
        "{",
        members.entrySet().stream()
            .map(member -> json("%s: %s", member.getKey(), member.getValue()))
            .toList(),
        "}");
  }

  private static Template of(Form form, String format, Object... parts) {
    if (parts.length == 0) {
      return new Template(form, format, ImmutableList.of());
    }
    Set<Placeholder> open = new LinkedHashSet<>();
    List<String> texts = new ArrayList<>();
    for (Object part : parts) {
      if (part instanceof Placeholder placeholder) {
        open.add(placeholder);
        texts.add(shown(form, placeholder));
      } else if (part instanceof Template template) {
        Preconditions.checkArgument(template.form == form, "a template of the other form");
        open.addAll(template.placeholders);
        texts.add(template.text);
      } else {
        texts.add(written(form, part));
      }
    }
    return new Template(form, String.format(format, texts.toArray()), ImmutableList.copyOf(open));
  }

  private static String shown(Form form, Placeholder placeholder) {
    return written(form, placeholder.shown());
  }

  private static String written(Form form, Object value) {
    if (form == Form.JSON && value instanceof Node node) {
      return JsonText.of(node);
    }
    return form == Form.JSON && value instanceof String text
        ? JsonText.of(text)
        : value instanceof BigDecimal number ? number.toPlainString() : String.valueOf(value);
  }

  /**
   * With its values filled in.
   *
   * @param values a value for each placeholder, by its name: a {@link String}, a {@link Boolean},
   *     or an {@link Integer}, {@link Long}, {@link BigInteger}, {@link Double} or {@link
   *     BigDecimal}
   * @throws IllegalArgumentException if a value is missing, is of another type, or has no
   *     placeholder; the message says which
   */
  public Template fill(Map<String, ?> values) {
    Set<String> names =
        placeholders.stream().map(Placeholder::name).collect(ImmutableSet.toImmutableSet());
    values.keySet().stream()
        .filter(name -> !names.contains(name))
        .sorted()
        .findFirst()
        .ifPresent(
            name -> {
              throw new IllegalArgumentException(
                  "There is no placeholder \"" + name + "\"; the placeholders are " + names);
            });
    String filled = text;
    for (Placeholder placeholder : placeholders) {
      filled =
          filled.replace(
              shown(form, placeholder),
              written(form, checked(placeholder, values.get(placeholder.name()))));
    }
    return new Template(form, filled, ImmutableList.of());
  }

  private static Object checked(
      Placeholder placeholder, @org.jspecify.annotations.Nullable Object value) {
    if (value == null) {
      throw refused(placeholder, "and got no value");
    }
    String written = written(Form.TEXT, value);
    boolean right =
        switch (placeholder.type()) {
          case TEXT -> value instanceof String;
          case BOOLEAN -> value instanceof Boolean;
          case INTEGER, NUMBER ->
              value instanceof Integer
                  || value instanceof Long
                  || value instanceof BigInteger
                  || value instanceof Double
                  || value instanceof BigDecimal;
        };
    if (!right) {
      throw refused(
          placeholder,
          "and got "
              + (value instanceof String
                  ? "the text " + JsonText.of(written)
                  : value.getClass().getSimpleName() + " " + written));
    }
    if (value instanceof String text && Placeholder.isIn(text)) {
      throw refused(placeholder, "and got an example that is not filled in");
    }
    Object plain =
        value instanceof Double number && Double.isFinite(number)
            ? BigDecimal.valueOf(number)
            : value;
    if (!placeholder.type().reads(written(Form.TEXT, plain))) {
      throw refused(placeholder, "and got " + JsonText.of(written));
    }
    return plain;
  }

  private static IllegalArgumentException refused(Placeholder placeholder, String got) {
    return new IllegalArgumentException(
        "%s expects %s, e.g. %s, %s"
            .formatted(placeholder.name(), placeholder.type().words(), placeholder.example(), got));
  }
}
