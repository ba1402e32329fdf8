package io.productionguardian.document;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list.
 *
 * @since 0.1.0
 */
final class ListNode extends Node {

  private final List<Node> items = new ArrayList<>();
  private boolean complete = true;

  ListNode(@Nullable Node parent, String name, int line, int column) {
    super(parent, name, line, column);
  }

  void add(Node item) {
    items.add(item);
  }

  int size() {
    return items.size();
  }

  void cut() {
    complete = false;
  }

  @Override
  public Kind kind() {
    return Kind.LIST;
  }

  @Override
  public List<Node> items() {
    return Collections.unmodifiableList(items);
  }

  @Override
  public boolean complete() {
    return complete;
  }

  @Override
  @Nullable Node child(String step) {
    for (Node item : items) {
      if (item.name().equals(step)) {
        return item;
      }
    }
    return null;
  }
}
