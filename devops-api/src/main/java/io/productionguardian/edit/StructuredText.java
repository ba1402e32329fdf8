package io.productionguardian.edit;

import io.productionguardian.document.Document;
import io.productionguardian.document.Document.Limits;
import io.productionguardian.document.Node;
import io.productionguardian.document.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * A text of JSON or YAML in which one value is edited where it stands, so that all else keeps its
 * bytes. What comes out is read again: an edit that did something else is refused.
 *
 * @since 0.1.0
 */
@API(status = API.Status.INTERNAL, since = "0.1.0")
public final class StructuredText {

  private static final String BYTE_ORDER_MARK = "\ufeff";

  private final SourceFile file;
  private final Limits limits;
  private final Document.Format format;
  private final String mark;
  private final String text;
  private final int document;
  private final Layout.Value root;

  private StructuredText(SourceFile file, Limits limits, Document.Format format, int document) {
    this.file = file;
    this.limits = limits;
    this.format = format;
    this.mark = file.text().startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : "";
    this.text = file.text().substring(mark.length());
    this.document = document;
    this.root = Layout.of(text, format).get(document);
  }

  /**
   * The document of a file that begins at that line or last before it.
   *
   * @param line from 1; 0 for the first document
   * @throws IllegalArgumentException if the file is neither JSON nor YAML, or cannot be read to its
   *     end
   */
  public static StructuredText of(SourceFile file, int line, Limits limits) {
    Document.Format format =
        Document.Format.of(file.path())
            .filter(it -> it == Document.Format.JSON || it == Document.Format.YAML)
            .orElseThrow(
                () -> new IllegalArgumentException(file.path() + " is neither JSON nor YAML"));
    List<Node> roots = read(file, format, limits).roots();
    int document = 0;
    for (int i = 1; i < roots.size(); i++) {
      document = roots.get(i).line() <= line ? i : document;
    }
    return new StructuredText(file, limits, format, document);
  }

  private static Document read(SourceFile file, Document.Format format, Limits limits) {
    Document read = file.read(format, limits);
    if (!read.complete() || read.roots().isEmpty()) {
      throw new IllegalArgumentException(file.path() + " cannot be read to its end");
    }
    return read;
  }

  /**
   * The text with a member or an item more, or with a member's value replaced.
   *
   * @param pointer JSON pointer of the member or item; {@code -} appends to a list
   * @param json the value
   * @throws IllegalArgumentException if it has no place there
   */
  public String add(String pointer, String json) {
    Layout.Value parent = at(head(pointer));
    String name = last(pointer);
    return switch (parent.shape) {
      case OBJECT ->
          parent
              .part(name)
              .map(there -> replaced(there, pointer, json))
              .orElseGet(() -> appended(parent, JsonText.of(name) + ": " + json, pointer, json));
      case LIST -> {
        String end = String.valueOf(parent.parts.size());
        if (name.equals("-") || name.equals(end)) {
          yield appended(parent, json, head(pointer) + '/' + end, json);
        }
        yield inserted(parent, at(pointer), pointer, json);
      }
      case SCALAR ->
          throw new IllegalArgumentException(
              "Nothing can be added to %s of %s, which is one value"
                  .formatted(head(pointer), file.path()));
    };
  }

  /**
   * The text with another value.
   *
   * @param pointer JSON pointer of the value
   * @param json the new value
   * @throws IllegalArgumentException if nothing stands there
   */
  public String replace(String pointer, String json) {
    return replaced(at(pointer), pointer, json);
  }

  /**
   * The text without a member or an item.
   *
   * @param pointer JSON pointer of the member or item
   * @throws IllegalArgumentException if nothing stands there
   */
  public String remove(String pointer) {
    Layout.Value value = at(pointer);
    Layout.Value parent = at(head(pointer));
    int index = parent.parts.indexOf(value);
    if (parent.parts.size() == 1) {
      String empty = parent.shape == Layout.Shape.OBJECT ? "{}" : "[]";
      return replaced(parent, head(pointer), empty);
    }
    boolean last = index == parent.parts.size() - 1;
    Layout.Value neighbour = parent.parts.get(last ? index - 1 : index + 1);
    if (parent.flow) {
      return last
          ? edited(neighbour.end, value.end, "", pointer, Optional.empty())
          : edited(value.memberStart, neighbour.memberStart, "", pointer, Optional.empty());
    }
    return last
        ? edited(lineEnd(neighbour.end), lineEnd(value.end), "", pointer, Optional.empty())
        : edited(begin(parent, value), begin(parent, neighbour), "", pointer, Optional.empty());
  }

  // Where it is

  private Layout.Value at(String pointer) {
    Layout.Value value = root;
    if (!pointer.isEmpty()) {
      for (String step : pointer.substring(1).split("/", -1)) {
        value =
            value
                .part(step.replace("~1", "/").replace("~0", "~"))
                .orElseThrow(
                    () ->
                        new IllegalArgumentException(
                            "%s has nothing at %s".formatted(file.path(), pointer)));
      }
    }
    return value;
  }

  private static String head(String pointer) {
    return pointer.substring(0, pointer.lastIndexOf('/'));
  }

  private static String last(String pointer) {
    return pointer.substring(pointer.lastIndexOf('/') + 1).replace("~1", "/").replace("~0", "~");
  }

  /** Where a member of a block begins: its name, or the dash before an item. */
  private int begin(Layout.Value parent, Layout.Value part) {
    return parent.shape == Layout.Shape.OBJECT
        ? part.memberStart
        : text.lastIndexOf('-', Math.max(0, part.start - 1));
  }

  private int lineStart(int at) {
    return text.lastIndexOf('\n', at - 1) + 1;
  }

  private int lineEnd(int at) {
    int next = text.indexOf('\n', at);
    int end = next < 0 ? text.length() : next;
    return end > at && text.charAt(end - 1) == '\r' ? end - 1 : end;
  }

  private String lineBreak() {
    return text.contains("\r\n") ? "\r\n" : "\n";
  }

  // What it becomes

  private String replaced(Layout.Value value, String pointer, String json) {
    boolean nothing = value.start == value.end; // behind the colon
    boolean dashesUnderName = // as deep as the name, where no other value may stand
        !value.flow
            && value.start != value.memberStart
            && value.start - lineStart(value.start)
                <= value.memberStart - lineStart(value.memberStart);
    String space = nothing || dashesUnderName ? " " : "";
    return edited(value.start, value.end, space + json, pointer, Optional.of(json));
  }

  private String appended(Layout.Value parent, String part, String pointer, String json) {
    if (parent.parts.isEmpty()) {
      int open = text.indexOf(parent.shape == Layout.Shape.OBJECT ? '{' : '[', parent.start);
      return edited(open + 1, open + 1, part, pointer, Optional.of(json));
    }
    Layout.Value last = parent.parts.get(parent.parts.size() - 1);
    if (parent.flow) {
      int line = lineStart(last.memberStart);
      boolean ownLine = line > parent.start && text.substring(line, last.memberStart).isBlank();
      String between = ownLine ? "," + lineBreak() + text.substring(line, last.memberStart) : ", ";
      return edited(last.end, last.end, between + part, pointer, Optional.of(json));
    }
    int first = begin(parent, parent.parts.get(0));
    String indent = " ".repeat(Math.max(0, first - lineStart(first)));
    String dash = parent.shape == Layout.Shape.LIST ? "- " : "";
    int end = lineEnd(last.end);
    return edited(end, end, lineBreak() + indent + dash + part, pointer, Optional.of(json));
  }

  private String inserted(Layout.Value parent, Layout.Value before, String pointer, String json) {
    if (parent.flow) {
      return edited(before.start, before.start, json + ", ", pointer, Optional.of(json));
    }
    int dash = begin(parent, before);
    String indent = " ".repeat(dash - lineStart(dash));
    return edited(dash, dash, "- " + json + lineBreak() + indent, pointer, Optional.of(json));
  }

  /** The text with another part, once it is sure that it says what it should. */
  private String edited(int start, int end, String part, String pointer, Optional<String> json) {
    String after = mark + text.substring(0, start) + part + text.substring(end);
    Document read = read(SourceFile.of(file.path(), after), format, limits);
    Document before = read(file, format, limits);
    boolean done =
        read.roots().size() == before.roots().size()
            && json.map(value -> says(read.roots().get(document).nearest(pointer), pointer, value))
                .orElseGet(
                    () ->
                        parts(read.roots().get(document), head(pointer)) + 1
                            == parts(before.roots().get(document), head(pointer)));
    if (!done) {
      throw new IllegalArgumentException(
          "%s cannot be edited at %s; edit it by hand".formatted(file.path(), pointer));
    }
    return after;
  }

  private static int parts(Node root, String pointer) {
    Node node = root.nearest(pointer);
    return node.members().size() + node.items().size();
  }

  private boolean says(Node node, String pointer, String json) {
    return node.pointer().equals(pointer)
        && Document.read(
                "value.json", json.getBytes(StandardCharsets.UTF_8), Document.Format.JSON, limits)
            .root()
            .map(JsonText::of)
            .filter(JsonText.of(node)::equals)
            .isPresent();
  }
}
