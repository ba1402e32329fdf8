package io.productionguardian.document;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object.
 *
 * @since 0.1.0
 */
final class MapNode extends Node {

  private final Map<String, Node> members = new LinkedHashMap<>();
  private boolean complete = true;

  MapNode(@Nullable Node parent, String name, int line, int column) {
    super(parent, name, line, column);
  }

  void put(String name, Node value) {
    members.put(name, value);
  }

  void cut() {
    complete = false;
  }

  @Override
  public Kind kind() {
    return Kind.OBJECT;
  }

  @Override
  public Map<String, Node> members() {
    return Collections.unmodifiableMap(members);
  }

  @Override
  public boolean complete() {
    return complete;
  }

  @Override
  @Nullable Node member(String wanted) {
    return members.get(wanted);
  }
}
