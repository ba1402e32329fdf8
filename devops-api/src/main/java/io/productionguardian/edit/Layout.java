package io.productionguardian.edit;

import io.productionguardian.document.Document;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Where the values of a text of JSON or YAML begin and end, so that one of them can be edited. */
@API(status = API.Status.INTERNAL, since = "0.1.0")
public final class Layout {

  private static final JsonFactory JSON = new JsonFactory();

  /** The kinds of values. */
  enum Shape {
    OBJECT,
    LIST,
    SCALAR
  }

  /** A value, from its first character up to the one behind its last. */
  static final class Value {
    final Shape shape;

    /** Whether it stands in brackets, as all JSON does. */
    final boolean flow;

    /** The member's name, or the item's index; what names no member has another name. */
    final String name;

    /** Where the member begins, which is its name, or the item. */
    final int memberStart;

    final int start;
    int end;
    final List<Value> parts = new ArrayList<>();

    Value(Shape shape, boolean flow, String name, int memberStart, int start) {
      this.shape = shape;
      this.flow = flow;
      this.name = name;
      this.memberStart = memberStart;
      this.start = start;
    }

    Optional<Value> part(String wanted) {
      return parts.stream().filter(part -> part.name.equals(wanted)).findFirst();
    }
  }

  private final List<Value> documents = new ArrayList<>();
  private final Deque<Value> open = new ArrayDeque<>();

  /** The name that was read last, and where; empty where a value comes next. */
  private @Nullable String name;

  private int nameStart;

  private Layout() {}

  /**
   * The documents of a text.
   *
   * @throws IllegalArgumentException if it cannot be read
   */
  public static List<Value> of(String text, Document.Format format) {
    Layout layout = new Layout();
    if (format == Document.Format.JSON) {
      layout.json(text);
    } else {
      layout.yaml(text);
    }
    return layout.documents;
  }

  private void json(String text) {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        int start = (int) parser.currentTokenLocation().getCharOffset();
        switch (token) {
          case PROPERTY_NAME -> named(parser.currentName(), start);
          case START_OBJECT -> begin(Shape.OBJECT, true, start);
          case START_ARRAY -> begin(Shape.LIST, true, start);
          case END_OBJECT, END_ARRAY -> end(start + 1);
          default -> {
            parser.getString(); // reads to the end of it
            begin(Shape.SCALAR, true, start);
            end((int) parser.currentLocation().getCharOffset());
          }
        }
      }
    } catch (JacksonException e) {
      throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage(), e);
    }
  }

  private void yaml(String text) {
    LoadSettings settings =
        LoadSettings.builder()
            .setCodePointLimit(Integer.MAX_VALUE)
            .setBufferSize(text.length() + 1) // else it fails within a pair of surrogates
            .setUseMarks(true)
            .build();
    try {
      ParserImpl events = new ParserImpl(settings, new StreamReader(settings, text));
      int[] offsets = offsets(text);
      while (events.hasNext()) {
        event(events.next(), text, offsets);
      }
    } catch (YamlEngineException e) {
      throw new IllegalArgumentException("not YAML: " + e.getMessage(), e);
    }
  }

  private void event(Event event, String text, int[] offsets) {
    int start = offsets[event.getStartMark().map(Mark::getIndex).orElse(0)];
    int end = offsets[event.getEndMark().map(Mark::getIndex).orElse(0)];
    switch (event.getEventId()) {
      case MappingStart, SequenceStart ->
          begin(
              event instanceof MappingStartEvent ? Shape.OBJECT : Shape.LIST,
              ((CollectionStartEvent) event).getFlowStyle() == FlowStyle.FLOW,
              start);
      case MappingEnd, SequenceEnd -> end(end);
      case Scalar -> scalar(((ScalarEvent) event).getValue(), start, written(text, start, end));
      case Alias -> scalar("*" + ((AliasEvent) event).getAlias().getValue(), start, end);
      default -> {}
    }
  }

  /** Without the line breaks that a block of text ends with. */
  private static int written(String text, int start, int end) {
    int last = end;
    while (last > start && Character.isWhitespace(text.charAt(last - 1))) {
      last--;
    }
    return last;
  }

  private void scalar(String value, int start, int end) {
    Value parent = open.peek();
    if (parent != null && parent.shape == Shape.OBJECT && name == null) {
      named(value, start);
    } else {
      begin(Shape.SCALAR, true, start);
      end(end);
    }
  }

  private void named(String value, int start) {
    name = value;
    nameStart = start;
  }

  private void begin(Shape shape, boolean flow, int start) {
    Value parent = open.peek();
    boolean member = parent != null && parent.shape == Shape.OBJECT;
    String own = member ? name : null;
    if (member && own == null) {
      throw new IllegalArgumentException("a member has a name that is no text");
    }
    String index = parent == null ? "" : String.valueOf(parent.parts.size());
    Value value =
        new Value(shape, flow, own == null ? index : own, member ? nameStart : start, start);
    (parent == null ? documents : parent.parts).add(value);
    name = null;
    open.push(value);
  }

  private void end(int end) {
    Value value = open.pop();
    value.end =
        value.flow || value.parts.isEmpty() ? end : value.parts.get(value.parts.size() - 1).end;
  }

  /** Marks count code points. */
  private static int[] offsets(String text) {
    int[] offsets = new int[text.codePointCount(0, text.length()) + 1];
    for (int i = 0, at = 0; i < offsets.length - 1; i++) {
      offsets[i] = at;
      at += Character.charCount(text.codePointAt(at));
    }
    offsets[offsets.length - 1] = text.length();
    return offsets;
  }
}
