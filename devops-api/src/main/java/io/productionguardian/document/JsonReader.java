package io.productionguardian.document;

import io.productionguardian.document.Document.Fault;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** JSON and JSON Lines by Jackson's streaming parser. */
final class JsonReader {

  /** Depth and number are kept by {@link TreeBuilder}, size before a file comes here. */
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(10_000)
                  .maxNumberLength(1_000)
                  .maxNameLength(100_000)
                  .maxStringLength(Integer.MAX_VALUE)
                  .build())
          .build();

  /** Each costs reading what follows it once more. */
  private static final int MOST_FAILURES = 1_000;

  private JsonReader() {}

  static void read(String text, TreeBuilder tree) {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      value(parser, parser.nextToken(), tree, 0);
      if (parser.nextToken() != null) {
        TokenStreamLocation at = parser.currentTokenLocation();
        tree.fault(
            Fault.Kind.UNPARSABLE, at.getLineNr(), at.getColumnNr(), "text behind the JSON value");
      }
    } catch (TreeBuilder.Stop stop) {
      tree.stop(stop);
    } catch (JacksonException e) {
      stop(e, tree, 0);
    }
  }

  /**
   * One object a line. What is not one is read as far as it goes, and reading goes on at the next
   * line that begins with an object.
   */
  static void readLines(String text, TreeBuilder tree) {
    char[] chars = text.toCharArray();
    blankLines(text, tree);
    int start = 0;
    int line = 0; // lines before start
    int failures = 0;
    while (start < chars.length) {
      int failedAt = entries(chars, start, line, tree);
      if (failedAt < 0) {
        return;
      }
      if (++failures > MOST_FAILURES) {
        tree.fault(
            Fault.Kind.LIMIT,
            failedAt + 1,
            1,
            "more than " + MOST_FAILURES + " entries that break off; the rest is not read");
        return;
      }
      while (line <= failedAt || (start < chars.length && chars[start] != '{')) {
        int end = text.indexOf('\n', start);
        if (end < 0) {
          return;
        }
        start = end + 1;
        line++;
      }
    }
  }

  /** Reads entries until one fails: the number of lines before that one, or -1. */
  private static int entries(char[] chars, int start, int line, TreeBuilder tree) {
    int entryLine = line;
    int lastEnd = -1;
    try (JsonParser parser =
        FACTORY.createParser(ObjectReadContext.empty(), chars, start, chars.length - start)) {
      while (true) {
        JsonToken token = parser.nextToken();
        if (token == null) {
          return -1;
        }
        entryLine = line + parser.currentTokenLocation().getLineNr() - 1;
        int column = parser.currentTokenLocation().getColumnNr();
        if (entryLine == lastEnd) {
          tree.fault(Fault.Kind.ODD_LINE, entryLine + 1, column, "two entries on one line");
        }
        value(parser, token, tree, line);
        lastEnd = line + parser.currentTokenLocation().getLineNr() - 1;
        if (lastEnd > entryLine) {
          tree.fault(
              Fault.Kind.ODD_LINE,
              entryLine + 1,
              column,
              "an entry over " + (lastEnd - entryLine + 1) + " lines");
        }
      }
    } catch (TreeBuilder.Stop stop) {
      tree.stop(stop);
    } catch (JacksonException e) {
      entryLine = Math.max(entryLine, lastEnd);
      stop(e, tree, line);
    }
    return entryLine;
  }

  private static void value(JsonParser parser, JsonToken first, TreeBuilder tree, int lines) {
    int outside = tree.depth();
    JsonToken token = first;
    do {
      TokenStreamLocation at = parser.currentTokenLocation();
      int line = lines + at.getLineNr();
      int column = at.getColumnNr();
      switch (token) {
        case START_OBJECT -> tree.openMap(line, column);
        case START_ARRAY -> tree.openList(line, column);
        case END_OBJECT, END_ARRAY -> tree.close();
        case PROPERTY_NAME -> tree.key(parser.currentName(), line, column);
        case VALUE_STRING -> tree.scalar(Node.Kind.TEXT, parser.getString(), line, column);
        case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
            tree.scalar(Node.Kind.NUMBER, parser.getString(), line, column);
        case VALUE_TRUE, VALUE_FALSE ->
            tree.scalar(Node.Kind.BOOLEAN, parser.getString(), line, column);
        case VALUE_NULL -> tree.scalar(Node.Kind.NULL, "null", line, column);
        case NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
            throw new IllegalStateException("not from text: " + token);
      }
      if (tree.depth() > outside) {
        token = parser.nextToken();
      }
    } while (tree.depth() > outside && token != null);
  }

  private static void blankLines(String text, TreeBuilder tree) {
    int line = 1;
    int start = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start), line++) {
      if (text.substring(start, end).isBlank()) {
        tree.fault(Fault.Kind.BLANK_LINE, line, 1, "a line without an entry");
      }
      start = end + 1;
    }
  }

  /** A limit of the parser (a number of 1,001 digits) is told without a place. */
  private static void stop(JacksonException e, TreeBuilder tree, int lines) {
    Optional<TokenStreamLocation> at = Optional.ofNullable(e.getLocation());
    tree.stop(
        new Fault(
            SourceLocation.at(
                "",
                lines + at.map(it -> Math.max(1, it.getLineNr())).orElse(1),
                at.map(it -> Math.max(1, it.getColumnNr())).orElse(1)),
            Fault.Kind.UNPARSABLE,
            TreeBuilder.clean("not JSON: " + inWords(e.getOriginalMessage()))));
  }

  /** Jackson's message, or a plainer one for the faults that agents make most. */
  private static String inWords(String problem) {
    if (problem.startsWith("Illegal unquoted character ((CTRL-CHAR, code 10))")) {
      return "a text that is not closed on its line";
    }
    if (problem.startsWith("Unexpected end-of-input")) {
      return "it ends before all that was opened is closed";
    }
    return problem;
  }
}
