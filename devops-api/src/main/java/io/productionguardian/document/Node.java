package io.productionguardian.document;

import com.google.common.base.Preconditions;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A part of a document, with its place. Every question has an answer on every kind of node: a list
 * has no members, an object no items, and neither of them is a text.
 *
 * @since 0.1.0
 */
@API(status = API.Status.STABLE, since = "0.1.0")
public abstract sealed class Node permits MapNode, ListNode, ScalarNode {

  /** The kinds of nodes. */
  public enum Kind {
    OBJECT,
    LIST,
    TEXT,
    NUMBER,
    BOOLEAN,
    NULL
  }

  private final @Nullable Node parent;
  private final String name; // the file for a root, else the member's name or the item's index
  private final int line;
  private final int column;

  Node(@Nullable Node parent, String name, int line, int column) {
    this.parent = parent;
    this.name = name;
    this.line = line;
    this.column = column;
  }

  /** What kind of node it is. */
  public abstract Kind kind();

  /** Whether it is an object. */
  public final boolean isObject() {
    return kind() == Kind.OBJECT;
  }

  /** Whether it is a list. */
  public final boolean isList() {
    return kind() == Kind.LIST;
  }

  /** Where it stands. */
  public final SourceLocation place() {
    return new SourceLocation(file(), pointer(), line, column);
  }

  /** The place of a member, or of this node when there is no such member. */
  public final SourceLocation place(String member) {
    return get(member).orElse(this).place();
  }

  /** The file that it is part of. */
  public final String file() {
    Node node = this;
    while (node.parent != null) {
      node = node.parent;
    }
    return node.name;
  }

  /** JSON pointer (RFC 6901) from the document's root. */
  public final String pointer() {
    Deque<String> names = new ArrayDeque<>();
    for (Node node = this; node.parent != null; node = node.parent) {
      names.addFirst(node.name.replace("~", "~0").replace("/", "~1"));
    }
    return names.isEmpty() ? "" : "/" + String.join("/", names);
  }

  /** The member's name or the item's index; the file for a root. */
  public final String name() {
    return name;
  }

  /** Line from 1. */
  public final int line() {
    return line;
  }

  /** Column from 1, in UTF-16 code units. */
  public final int column() {
    return column;
  }

  /** The members of an object by name, in the file's order. */
  public Map<String, Node> members() {
    return Collections.emptyMap();
  }

  /** The items of a list. */
  public List<Node> items() {
    return Collections.emptyList();
  }

  /** Whether all of it could be read. */
  public boolean complete() {
    return true;
  }

  /** A member that is there and not {@code null}. */
  public final Optional<Node> get(String member) {
    Node node = member(member);
    return node == null || node.isNull() ? Optional.empty() : Optional.of(node);
  }

  /** A member of a member, as deep as there are names. */
  public final Optional<Node> find(String... path) {
    Optional<Node> node = Optional.of(this);
    for (String step : path) {
      node = node.flatMap(found -> found.get(step));
    }
    return node;
  }

  /** The node at a JSON pointer, or the deepest one on the way to it that is there. */
  public final Node nearest(String pointer) {
    Preconditions.checkArgument(pointer.isEmpty() || pointer.startsWith("/"), "not a pointer");
    Node node = this;
    if (!pointer.isEmpty()) {
      for (String part : pointer.substring(1).split("/", -1)) {
        Node next = node.child(part.replace("~1", "/").replace("~0", "~"));
        if (next == null) {
          return node;
        }
        node = next;
      }
    }
    return node;
  }

  /**
   * An object at this place with other members, which keep the places that they have. It is what
   * merging gives: an object may have members that stand in another file.
   */
  public final Node withMembers(Map<String, Node> members) {
    MapNode object = new MapNode(parent, name, line, column);
    members.forEach(object::put);
    return object;
  }

  /** A list at this place with other items, which keep the places that they have. */
  public final Node withItems(List<Node> items) {
    ListNode list = new ListNode(parent, name, line, column);
    items.forEach(list::add);
    return list;
  }

  /** Another text at this place. */
  public final Node withText(String text) {
    return new ScalarNode(parent, name, line, column, Kind.TEXT, text);
  }

  /** The member of that name, {@code null} among them. */
  @Nullable Node member(String wanted) {
    return null;
  }

  /** The member of that name or the item of that index. */
  @Nullable Node child(String step) {
    return member(step);
  }

  /** What a text says; empty for anything but a text. */
  public Optional<String> text() {
    return Optional.empty();
  }

  /** What a number says, unless it is too large or too fine to compute with. */
  public Optional<BigDecimal> number() {
    return Optional.empty();
  }

  /** What a number says when it is a whole number within the range of {@code int}. */
  public Optional<Integer> integer() {
    return Optional.empty();
  }

  /** What a truth value says. */
  public Optional<Boolean> bool() {
    return Optional.empty();
  }

  /** A text, number or truth value as it is written; empty for objects, lists and null. */
  public Optional<String> scalar() {
    return Optional.empty();
  }

  /** Whether it is {@code null}. */
  public boolean isNull() {
    return false;
  }

  /** The texts among the items, or the one text that stands where a list could. */
  public final List<String> texts() {
    Collection<Node> nodes = text().isPresent() ? List.of(this) : items();
    return nodes.stream().map(Node::text).flatMap(Optional::stream).toList();
  }

  @Override
  public String toString() {
    return getClass().getSimpleName() + " at " + place();
  }
}
