package io.productionguardian.document;

import com.google.common.collect.ImmutableList;
import io.productionguardian.document.Document.Fault;
import io.productionguardian.document.Document.Limits;
import io.productionguardian.text.OneLine;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts nodes together from a parser's events and keeps the limits. */
final class TreeBuilder {

  private static final int LONGEST_QUOTE = 200;

  /** More faults than anybody reads; the rest is counted in the last one. */
  private static final int MOST_FAULTS = 1_000;

  /** Values that aliases repeat; so few bytes of a file may stand for no more than this. */
  private static final int MOST_REPEATED = 100_000;

  /** Reading stops here. */
  static final class Stop extends RuntimeException {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // never leaves the reader that catches it
    private final Fault fault;

    Stop(Fault fault) {
      super(fault.message(), null, false, false);
      this.fault = fault;
    }
  }

  private final String file;
  private final Limits limits;
  private final List<Node> roots = new ArrayList<>();
  private final List<Fault> faults = new ArrayList<>();
  private final Deque<Node> open = new ArrayDeque<>();
  private @Nullable String key;
  private boolean keyIsNew;
  private int keyLine;
  private int keyColumn;
  private int nodes;
  private int repeated;

  TreeBuilder(String file, Limits limits) {
    this.file = file;
    this.limits = limits;
  }

  /** Whether nothing was read, and nothing said of it. */
  boolean isEmpty() {
    return roots.isEmpty() && faults.stream().noneMatch(fault -> fault.kind().losesContent());
  }

  /** Whether the next scalar is a member's name. */
  boolean expectsKey() {
    return open.peek() instanceof MapNode && key == null;
  }

  void key(String name, int line, int column) {
    MapNode map = (MapNode) open.element();
    key = name;
    keyLine = line;
    keyColumn = column;
    keyIsNew = map.child(name) == null;
    if (!keyIsNew) {
      fault(Fault.Kind.DUPLICATE_KEY, line, column, "\"" + clean(name) + "\" stands here twice");
    }
  }

  void openMap(int line, int column) {
    open(new MapNode(open.peek(), nextName(), lineOr(line), columnOr(column)), line, column);
  }

  void openList(int line, int column) {
    open(new ListNode(open.peek(), nextName(), lineOr(line), columnOr(column)), line, column);
  }

  Node scalar(Node.Kind kind, String written, int line, int column) {
    count(line, column);
    Node scalar = new ScalarNode(open.peek(), nextName(), line, column, kind, written);
    attach(scalar);
    return scalar;
  }

  Node close() {
    return open.pop();
  }

  /** Writes what an anchor marked once more, at the place of its alias. */
  void copy(Node original, int line, int column) {
    if (++repeated > MOST_REPEATED) {
      throw new Stop(
          limit(line, column, "aliases that repeat more than " + MOST_REPEATED + " values"));
    }
    if (original instanceof ScalarNode scalar) {
      scalar(scalar.kind(), scalar.scalar().orElse("null"), line, column);
      return;
    }
    if (original instanceof MapNode) {
      openMap(line, column);
      original
          .members()
          .forEach(
              (name, value) -> {
                key(name, line, column);
                copy(value, line, column);
              });
    } else {
      openList(line, column);
      original.items().forEach(item -> copy(item, line, column));
    }
    close();
  }

  int depth() {
    return open.size();
  }

  void fault(Fault.Kind kind, int line, int column, String message) {
    if (faults.size() < MOST_FAULTS) {
      faults.add(new Fault(SourceLocation.at(file, line, column), kind, message));
    } else if (faults.size() == MOST_FAULTS) {
      faults.add(
          new Fault(
              SourceLocation.at(file, line, column),
              Fault.Kind.LIMIT,
              "more than " + MOST_FAULTS + " faults; the rest is not listed"));
    }
  }

  /** Ends reading in the middle of what is open. */
  void stop(Fault fault) {
    fault(fault.kind(), fault.place().line(), fault.place().column(), fault.message());
    abandon();
  }

  void stop(Stop stop) {
    stop(stop.fault);
  }

  private void abandon() {
    key = null;
    while (!open.isEmpty()) {
      Node node = close();
      if (node instanceof MapNode map) {
        map.cut();
      } else if (node instanceof ListNode list) {
        list.cut();
      }
    }
  }

  Document build() {
    return new Document(
        file,
        ImmutableList.copyOf(roots),
        ImmutableList.sortedCopyOf(Comparator.comparing(Fault::place), faults));
  }

  private void open(Node node, int line, int column) {
    count(line, column);
    if (open.size() >= limits.depth()) {
      throw new Stop(limit(line, column, "more than " + limits.depth() + " levels deep"));
    }
    attach(node);
    open.push(node);
  }

  private void attach(Node node) {
    Node parent = open.peek();
    String name = key;
    key = null;
    if (parent == null) {
      roots.add(node);
    } else if (parent instanceof ListNode list) {
      list.add(node);
    } else if (keyIsNew && name != null) {
      ((MapNode) parent).put(name, node);
    }
  }

  private void count(int line, int column) {
    if (++nodes > limits.nodes()) {
      throw new Stop(limit(line, column, "more than " + limits.nodes() + " values"));
    }
  }

  SourceLocation place(int line, int column) {
    return SourceLocation.at(file, line, column);
  }

  private Fault limit(int line, int column, String message) {
    return new Fault(SourceLocation.at(file, line, column), Fault.Kind.LIMIT, message);
  }

  private String nextName() {
    Node parent = open.peek();
    if (parent == null) {
      return file;
    }
    return parent instanceof ListNode list ? Integer.toString(list.size()) : key == null ? "" : key;
  }

  private int lineOr(int line) {
    return key == null ? line : keyLine;
  }

  private int columnOr(int column) {
    return key == null ? column : keyColumn;
  }

  /** One line without control characters, short enough for a message. */
  static String clean(String text) {
    return OneLine.of(text, LONGEST_QUOTE);
  }
}
