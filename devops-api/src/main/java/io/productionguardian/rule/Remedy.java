package io.productionguardian.rule;

import com.google.common.base.Preconditions;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.productionguardian.document.Node;
import io.productionguardian.document.SourceLocation;
import io.productionguardian.model.Placeholder;
import io.productionguardian.source.EpicSnapshot;
import io.productionguardian.text.OneLine;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * What takes a finding away, and who may do it: an {@link Edit} of a file, or an {@link Ask} where
 * somebody must consent, find out or prove something that no edit of a file makes true.
 *
 * @since 0.1.0
 */
@API(status = API.Status.STABLE, since = "0.1.0")
public sealed interface Remedy {

  /** The kinds of remedies. */
  enum Kind {
    ADD_MEMBER(AddMember.class),
    REPLACE_VALUE(ReplaceValue.class),
    REMOVE_MEMBER(RemoveMember.class),
    REPLACE_LINE(ReplaceLine.class),
    WRITE_FILE(WriteFile.class),
    ASK(Ask.class);

    private final Class<? extends Remedy> type;

    Kind(Class<? extends Remedy> type) {
      this.type = type;
    }

    /** The name as outputs show it, for instance {@code add_member}. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Its kind. */
  default Kind kind() {
    return Stream.of(Kind.values())
        .filter(it -> it.type.isInstance(this))
        .findFirst()
        .orElseThrow();
  }

  /** Who may do it. */
  AppliesBy appliesBy();

  /** The remedy's members as outputs show them, in a fixed order. */
  Map<String, Object> members();

  /** The edit, unless it is something to ask for. */
  default Optional<Edit> edit() {
    return this instanceof Edit edit ? Optional.of(edit) : Optional.empty();
  }

  /** An edit of one file. */
  sealed interface Edit extends Remedy {

    /** The file, below the epic folder or the repository's root. */
    String file();

    /** What is written, with the values that are left open; empty where something is removed. */
    Optional<Template> content();

    /** The values that are left open; none for an edit that a machine may apply. */
    default List<Placeholder> placeholders() {
      return content().map(Template::placeholders).orElse(ImmutableList.of());
    }

    /**
     * With its values filled in.
     *
     * @param values a value for each placeholder, by its name
     * @throws IllegalArgumentException if a value is missing, is of another type, or has no
     *     placeholder; the message says which
     */
    Edit fill(Map<String, ?> values);

    /**
     * The files after it; what it does not name keeps its bytes.
     *
     * @throws IllegalArgumentException if a value is left open, or the files are not those that the
     *     finding was made from, so that the edit does not fit
     */
    EpicSnapshot applyTo(EpicSnapshot snapshot);
  }

  /**
   * Adds a member to an object, or an item to a list; a member of that name that is there already
   * is replaced.
   *
   * @param appliesBy who may do it
   * @param file the file
   * @param pointer JSON pointer of the new member or item; {@code -} appends to a list
   * @param line the line where its parent begins, which tells the documents of one file apart; 0
   *     for the first document
   * @param value the value as JSON
   * @param schema where the published schema says what is expected there, as a reference such as
   *     {@code operations.schema.json#/$defs/rollback}
   * @since 0.1.0
   */
  record AddMember(
      AppliesBy appliesBy,
      String file,
      String pointer,
      int line,
      Template value,
      Optional<String> schema)
      implements Edit {

    /** Checks that a machine may do it, if it is one that should. */
    public AddMember {
      Edits.check(appliesBy, file, value);
      Edits.checkMember(pointer);
    }

    @Override
    public Optional<Template> content() {
      return Optional.of(value);
    }

    @Override
    public AddMember fill(Map<String, ?> values) {
      return new AddMember(appliesBy, file, pointer, line, value.fill(values), schema);
    }

    @Override
    public EpicSnapshot applyTo(EpicSnapshot snapshot) {
      return Edits.with(
          snapshot, file, Edits.structured(snapshot, file, line).add(pointer, Edits.filled(value)));
    }

    /**
     * The same, with where the schema says what is expected.
     *
     * @param reference for instance {@code operations.schema.json#service}
     */
    public AddMember expecting(String reference) {
      return new AddMember(appliesBy, file, pointer, line, value, Optional.of(reference));
    }

    @Override
    public Map<String, Object> members() {
      return Edits.members(this, line, Optional.of(pointer), schema);
    }
  }

  /**
   * Replaces a value.
   *
   * @param appliesBy who may do it
   * @param file the file
   * @param pointer JSON pointer of the value; empty for the whole document
   * @param line the line where it begins, which tells the documents of one file apart; 0 for the
   *     first document
   * @param value the new value as JSON
   * @since 0.1.0
   */
  record ReplaceValue(AppliesBy appliesBy, String file, String pointer, int line, Template value)
      implements Edit {

    /** Checks that a machine may do it, if it is one that should. */
    public ReplaceValue {
      Edits.check(appliesBy, file, value);
      Edits.checkPointer(pointer);
    }

    @Override
    public Optional<Template> content() {
      return Optional.of(value);
    }

    @Override
    public ReplaceValue fill(Map<String, ?> values) {
      return new ReplaceValue(appliesBy, file, pointer, line, value.fill(values));
    }

    @Override
    public EpicSnapshot applyTo(EpicSnapshot snapshot) {
      return Edits.with(
          snapshot,
          file,
          Edits.structured(snapshot, file, line).replace(pointer, Edits.filled(value)));
    }

    @Override
    public Map<String, Object> members() {
      return Edits.members(this, line, Optional.of(pointer), Optional.empty());
    }
  }

  /**
   * Removes a member of an object or an item of a list.
   *
   * @param appliesBy who may do it
   * @param file the file
   * @param pointer JSON pointer of the member or item
   * @param line the line where it begins, which tells the documents of one file apart; 0 for the
   *     first document
   * @since 0.1.0
   */
  record RemoveMember(AppliesBy appliesBy, String file, String pointer, int line) implements Edit {

    /** Checks that a machine may do it, if it is one that should. */
    public RemoveMember {
      Edits.check(appliesBy, file, Template.text(""));
      Edits.checkMember(pointer);
    }

    @Override
    public Optional<Template> content() {
      return Optional.empty();
    }

    @Override
    public RemoveMember fill(Map<String, ?> values) {
      Template.text("").fill(values); // which has no placeholder
      return this;
    }

    @Override
    public EpicSnapshot applyTo(EpicSnapshot snapshot) {
      return Edits.with(snapshot, file, Edits.structured(snapshot, file, line).remove(pointer));
    }

    @Override
    public Map<String, Object> members() {
      return Edits.members(this, line, Optional.of(pointer), Optional.empty());
    }
  }

  /**
   * Replaces one line of a text.
   *
   * @param appliesBy who may do it
   * @param file the file
   * @param line the line, from 1
   * @param text its new text, without a line break
   * @since 0.1.0
   */
  record ReplaceLine(AppliesBy appliesBy, String file, int line, Template text) implements Edit {

    /** Checks that it is one line, and that a machine may do it, if it is one that should. */
    public ReplaceLine {
      Edits.check(appliesBy, file, text);
      Preconditions.checkArgument(line > 0, "line %s", line);
      Preconditions.checkArgument(
          text.text().indexOf('\n') < 0 && text.text().indexOf('\r') < 0,
          "the new text has more than one line");
    }

    @Override
    public Optional<Template> content() {
      return Optional.of(text);
    }

    @Override
    public ReplaceLine fill(Map<String, ?> values) {
      return new ReplaceLine(appliesBy, file, line, text.fill(values));
    }

    @Override
    public EpicSnapshot applyTo(EpicSnapshot snapshot) {
      String all = Edits.file(snapshot, file).text();
      int start = 0;
      for (int before = 1; before < line; before++) {
        start = all.indexOf('\n', start) + 1;
        Preconditions.checkArgument(start > 0, "%s has no line %s", file, line);
      }
      int next = all.indexOf('\n', start);
      int end = next < 0 ? all.length() : next;
      if (end > start && all.charAt(end - 1) == '\r') {
        end--;
      }
      return Edits.with(
          snapshot, file, all.substring(0, start) + Edits.filled(text) + all.substring(end));
    }

    @Override
    public Map<String, Object> members() {
      return Edits.members(this, line, Optional.empty(), Optional.empty());
    }
  }

  /**
   * Writes a whole file.
   *
   * @param appliesBy who may do it
   * @param file the file, which is there already or lies below {@code consensus/}
   * @param text all of it
   * @since 0.1.0
   */
  record WriteFile(AppliesBy appliesBy, String file, Template text) implements Edit {

    /** Checks that a machine may do it, if it is one that should. */
    public WriteFile {
      Edits.check(appliesBy, file, text);
    }

    @Override
    public Optional<Template> content() {
      return Optional.of(text);
    }

    @Override
    public WriteFile fill(Map<String, ?> values) {
      return new WriteFile(appliesBy, file, text.fill(values));
    }

    @Override
    public EpicSnapshot applyTo(EpicSnapshot snapshot) {
      Preconditions.checkArgument(
          snapshot.isOfEpic(file) || snapshot.repository().containsKey(file),
          "%s is neither below consensus/ nor a file that is there",
          file);
      return Edits.with(snapshot, file, Edits.filled(text));
    }

    @Override
    public Map<String, Object> members() {
      return Edits.members(this, 0, Optional.empty(), Optional.empty());
    }
  }

  /**
   * What no edit of a file makes true. Somebody must do it and report it.
   *
   * @param appliesBy who: an agent or a person
   * @param what what they must do, one sentence
   * @since 0.1.0
   */
  record Ask(AppliesBy appliesBy, String what) implements Remedy {

    private static final int LONGEST = 500;

    /** Keeps the sentence to one line; throws an IllegalArgumentException if a machine is asked. */
    public Ask {
      Preconditions.checkArgument(
          appliesBy.kind() != AppliesBy.Kind.MACHINE, "a machine can only edit");
      what = OneLine.of(what, LONGEST).strip();
    }

    @Override
    public Map<String, Object> members() {
      return ImmutableMap.of(
          "kind", kind().wireName(), "applies_by", appliesBy.wireName(), "ask", what);
    }
  }

  /** Asks somebody to do something. */
  static Ask ask(AppliesBy who, String what) {
    return new Ask(who, what);
  }

  /** Adds a member of that name, or an item by the name {@code -}, to an object or a list. */
  static AddMember add(AppliesBy by, Node parent, String member, Template value) {
    String name = member.replace("~", "~0").replace("/", "~1");
    return new AddMember(
        by, parent.file(), parent.pointer() + '/' + name, parent.line(), value, Optional.empty());
  }

  /** Adds what belongs at that pointer of a file's first document. */
  static AddMember add(AppliesBy by, String file, String pointer, Template value) {
    return new AddMember(by, file, pointer, 0, value, Optional.empty());
  }

  /** Replaces a value. */
  static ReplaceValue replace(AppliesBy by, SourceLocation value, Template with) {
    return new ReplaceValue(by, value.file(), value.pointer(), value.line(), with);
  }

  /** Removes a value. */
  static RemoveMember remove(AppliesBy by, SourceLocation value) {
    return new RemoveMember(by, value.file(), value.pointer(), value.line());
  }

  /** Replaces one line of a text by another one. */
  static ReplaceLine line(AppliesBy by, SourceLocation place, Template text) {
    return new ReplaceLine(by, place.file(), place.line(), text);
  }

  /** Writes a file. */
  static WriteFile write(AppliesBy by, String file, Template text) {
    return new WriteFile(by, file, text);
  }
}
