package io.productionguardian.rule;

import com.google.common.base.Preconditions;
import com.google.common.collect.ImmutableMap;
import io.productionguardian.document.Node;
import io.productionguardian.document.Place;
import io.productionguardian.schema.SchemaName;
import java.util.Locale;
import java.util.Optional;

/**
 * The smallest change that takes a finding away. What stands as {@code <what, e.g. value>} in its
 * content is to be filled in; pasted as it is, it counts as absent.
 *
 * @param change what is done; the first three are operations of JSON Patch (RFC 6902)
 * @param file the file that is changed, below the epic folder or the repository's root
 * @param pointer JSON pointer of the member that is changed; empty for a whole file
 * @param line the line that is changed by {@link Change#LINE}; for the others where the value, or
 *     the object that gets it, stands now, which tells the documents of one file apart; from 1, or
 *     0 when nothing is there yet
 * @param content the member's value as JSON, the line's new text, or the file's; empty when
 *     something is removed
 * @param schema where the published schema says what is expected there, as a reference such as
 *     {@code operations.schema.json#/$defs/rollback}
 * @since 0.1.0
 */
public record Remedy(
    Change change, String file, String pointer, int line, String content, Optional<String> schema) {

  /** What is done. */
  public enum Change {
    /** A member or an item is added; {@code -} appends to a list. */
    ADD,
    /** The value of a member that is there is replaced. */
    REPLACE,
    /** A member or an item is taken away. */
    REMOVE,
    /** The whole file is written. */
    WRITE,
    /** One line is replaced, or emptied when the content is empty; so line numbers stay. */
    LINE;

    /** The name as outputs show it, for instance {@code add}. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Checks that a pointer is a pointer. */
  public Remedy {
    Preconditions.checkArgument(
        pointer.isEmpty() || pointer.startsWith("/"), "\"%s\" is no JSON pointer", pointer);
    Preconditions.checkArgument(change != Change.LINE || line > 0, "line %s", line);
  }

  /** Adds a member of that name, or an item by the name {@code -}, to an object or a list. */
  public static Remedy add(Node parent, String member, String json) {
    return new Remedy(
        Change.ADD,
        parent.file(),
        parent.pointer() + '/' + escaped(member),
        parent.line(),
        json,
        Optional.empty());
  }

  /** Adds what belongs at that pointer. */
  public static Remedy add(String file, String pointer, String json) {
    return new Remedy(Change.ADD, file, pointer, 0, json, Optional.empty());
  }

  /** Replaces a value. */
  public static Remedy replace(Place value, String json) {
    return new Remedy(
        Change.REPLACE, value.file(), value.pointer(), value.line(), json, Optional.empty());
  }

  /** Takes a value away. */
  public static Remedy remove(Place value) {
    return new Remedy(
        Change.REMOVE, value.file(), value.pointer(), value.line(), "", Optional.empty());
  }

  /** Writes a file. */
  public static Remedy write(String file, String content) {
    return new Remedy(Change.WRITE, file, "", 0, content, Optional.empty());
  }

  /** Replaces one line of a text. */
  public static Remedy line(Place place, String content) {
    return new Remedy(Change.LINE, place.file(), "", place.line(), content, Optional.empty());
  }

  /** Empties one line of a text. */
  public static Remedy withoutLine(Place place) {
    return line(place, "");
  }

  /** The same change, with where the schema says what is expected. */
  public Remedy expecting(SchemaName name, String pointer) {
    return new Remedy(
        change, file, this.pointer, line, content, Optional.of(name.fileName() + '#' + pointer));
  }

  /** The remedy's members as outputs show them, in a fixed order. */
  public ImmutableMap<String, Object> members() {
    ImmutableMap.Builder<String, Object> members = ImmutableMap.builder();
    members.put("change", change.wireName());
    members.put("file", file);
    if (line > 0) {
      members.put("line", line);
    }
    if (change != Change.LINE && change != Change.WRITE) {
      members.put("pointer", pointer);
    }
    if (change != Change.REMOVE) {
      members.put("content", content);
    }
    schema.ifPresent(reference -> members.put("schema", reference));
    return members.buildOrThrow();
  }

  private static String escaped(String member) {
    return member.replace("~", "~0").replace("/", "~1");
  }
}
