package io.productionguardian.document;

import io.productionguardian.document.Document.Fault;
import io.productionguardian.document.Document.Limits;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.Parser;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * YAML 1.2 (core schema) from the parser's events. The events are read and not the composed nodes,
 * since a file that breaks off has its first half in them, and since composing recurses.
 */
final class YamlReader {

  private static final Pattern NULL = Pattern.compile("null|Null|NULL|~|");
  private static final Pattern BOOLEAN = Pattern.compile("true|True|TRUE|false|False|FALSE");
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");

  private final TreeBuilder tree;
  private final Limits limits;
  private final int[] pairs;
  private final Map<Anchor, Node> anchors = new HashMap<>();
  private final Map<Integer, Anchor> openAnchors = new HashMap<>();
  private int aliases;

  private YamlReader(TreeBuilder tree, Limits limits, String text) {
    this.tree = tree;
    this.limits = limits;
    this.pairs = pairsBefore(text);
  }

  /** A tab at the end of a line, which kubectl and docker read over. */
  private static final Pattern TAB_AT_END = Pattern.compile("(?<=\\S)\t(?=\r?\n|\\z)");

  static void read(String written, TreeBuilder tree, Limits limits) {
    String text = TAB_AT_END.matcher(written).replaceAll(" ");
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel("YAML")
            .setCodePointLimit(Integer.MAX_VALUE)
            // all at once: the library fails where one of its reads ends within a pair of
            // surrogates
            .setBufferSize(text.length() + 1)
            .setUseMarks(true)
            .build();
    YamlReader reader = new YamlReader(tree, limits, text);
    StreamReader input = new StreamReader(settings, text);
    try {
      Parser events = new ParserImpl(settings, input);
      while (events.hasNext()) {
        reader.event(events.next());
      }
    } catch (TreeBuilder.Stop stop) {
      tree.stop(stop);
    } catch (MarkedYamlEngineException e) {
      Mark mark = whereItBegan(e, text).orElse(null);
      stop(
          tree,
          mark == null ? 1 : mark.getLine() + 1,
          mark == null ? 1 : reader.column(mark),
          e.getProblem());
    } catch (ReaderException e) {
      int codePoints =
          Math.min(text.codePointCount(0, text.length()), Math.max(0, e.getPosition()));
      String before = text.substring(0, text.offsetByCodePoints(0, codePoints));
      stop(
          tree,
          1 + (int) before.chars().filter(c -> c == '\n').count(),
          before.length() - before.lastIndexOf('\n'),
          String.format(Locale.ROOT, "U+%04X may not stand in YAML", e.getCodePoint()));
    } catch (YamlEngineException e) {
      stop(tree, 1, 1, e.getMessage());
    } catch (IllegalArgumentException e) { // the scanner's own, for an escape such as \UFFFFFFFF
      Optional<Mark> mark = input.getMark();
      stop(
          tree,
          mark.map(at -> at.getLine() + 1).orElse(1),
          mark.map(reader::column).orElse(1),
          "an escape that is no character");
    }
  }

  /** Marks count code points, places count UTF-16 code units. */
  private static int[] pairsBefore(String text) {
    if (text.chars().noneMatch(c -> Character.isHighSurrogate((char) c))) {
      return new int[0];
    }
    int[] codePoints = text.codePoints().toArray();
    int[] pairs = new int[codePoints.length + 1];
    for (int i = 0; i < codePoints.length; i++) {
      pairs[i + 1] = pairs[i] + (Character.isSupplementaryCodePoint(codePoints[i]) ? 1 : 0);
    }
    return pairs;
  }

  private int column(Mark mark) {
    int end = Math.min(mark.getIndex(), pairs.length - 1);
    int start = Math.max(0, mark.getIndex() - mark.getColumn());
    return mark.getColumn() + 1 + (end > start ? pairs[end] - pairs[start] : 0);
  }

  /** What is never closed is noticed at the end of the file; it is to be fixed where it opens. */
  private static Optional<Mark> whereItBegan(MarkedYamlEngineException e, String text) {
    Optional<Mark> problem = e.getProblemMark();
    boolean atEnd =
        problem
            .filter(mark -> mark.getIndex() >= text.stripTrailing().codePoints().count())
            .isPresent();
    return atEnd ? e.getContextMark().or(() -> problem) : problem.or(e::getContextMark);
  }

  private static void stop(TreeBuilder tree, int line, int column, @Nullable String problem) {
    tree.stop(
        new Fault(
            SourceLocation.at("", line, column),
            Fault.Kind.UNPARSABLE,
            TreeBuilder.clean("not YAML: " + inWords(problem == null ? "syntax error" : problem))));
  }

  /** The faults that agents make most, in words that say what to do. */
  private static String inWords(String problem) {
    return switch (problem) {
      case "mapping values are not allowed here" ->
          "a colon in a text without quotes; put the text into quotes";
      case "expected <block end>, but found '?'" ->
          "a \"name: value\" among the items of a list; it belongs to another level";
      case "expected <block end>, but found '<block sequence start>'" ->
          "items of a list behind a value; the list needs a name of its own";
      case "expected <block end>, but found '<scalar>'" ->
          "text behind closed quotes; escape the quotes that belong to the text";
      default ->
          problem.startsWith("found unknown escape character")
              ? problem + " in double quotes; use single quotes"
              : problem;
    };
  }

  private void event(Event event) {
    Mark mark = event.getStartMark().orElseThrow();
    int line = mark.getLine() + 1;
    int column = column(mark);
    if (event instanceof NodeEvent && !(event instanceof ScalarEvent) && tree.expectsKey()) {
      throw new TreeBuilder.Stop(
          new Fault(
              SourceLocation.at("", line, column),
              Fault.Kind.UNPARSABLE,
              "not YAML as agents write it: a member's name that is not a text"));
    }
    switch (event.getEventId()) {
      case DocumentStart -> anchors.clear();
      case MappingStart -> {
        tree.openMap(line, column);
        opened((CollectionStartEvent) event);
      }
      case SequenceStart -> {
        tree.openList(line, column);
        opened((CollectionStartEvent) event);
      }
      case MappingEnd, SequenceEnd -> {
        Node node = tree.close();
        Anchor anchor = openAnchors.remove(tree.depth());
        if (anchor != null) {
          anchors.put(anchor, node);
        }
      }
      case Scalar -> scalar((ScalarEvent) event, line, column);
      case Alias -> alias(((AliasEvent) event).getAlias(), line, column);
      default -> {} // begin and end of the stream and of its documents, comments
    }
  }

  private void opened(CollectionStartEvent event) {
    event.getAnchor().ifPresent(anchor -> openAnchors.put(tree.depth() - 1, anchor));
  }

  private void scalar(ScalarEvent event, int line, int column) {
    if (tree.expectsKey()) {
      tree.key(event.getValue(), line, column);
      return;
    }
    boolean plain = event.isPlain() && event.getTag().isEmpty();
    Node node =
        tree.scalar(
            plain ? kind(event.getValue()) : Node.Kind.TEXT, event.getValue(), line, column);
    Optional<Anchor> anchor = event.getAnchor();
    anchor.ifPresent(name -> anchors.put(name, node));
  }

  private void alias(Anchor anchor, int line, int column) {
    Node original = anchors.get(anchor);
    if (original == null || ++aliases > limits.aliases()) {
      throw new TreeBuilder.Stop(
          new Fault(
              SourceLocation.at("", line, column),
              original == null ? Fault.Kind.UNPARSABLE : Fault.Kind.LIMIT,
              original == null
                  ? "an alias of something that is not above it"
                  : "more than " + limits.aliases() + " aliases"));
    }
    tree.copy(original, line, column);
  }

  private static Node.Kind kind(String plain) {
    if (NULL.matcher(plain).matches()) {
      return Node.Kind.NULL;
    }
    if (BOOLEAN.matcher(plain).matches()) {
      return Node.Kind.BOOLEAN;
    }
    return NUMBER.matcher(plain).matches() ? Node.Kind.NUMBER : Node.Kind.TEXT;
  }
}
