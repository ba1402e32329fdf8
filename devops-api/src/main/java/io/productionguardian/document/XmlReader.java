package io.productionguardian.document;

import io.productionguardian.document.Document.Fault;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Map;
import java.util.stream.IntStream;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * XML from the parser's events. An element becomes an object of its {@code name}, its {@code
 * attributes}, its {@code children} in order, and its {@code text} when it is not blank. Of names
 * the prefix counts in attributes only, where two might else be one. A document type is refused: no
 * tool's report needs one, and entities are how XML attacks its reader.
 */
final class XmlReader {

  /**
   * The parser's own limits, as JDK 17 has them. JDK 24 lowered them, and a JDK's configuration
   * may: the same report would be read by one JDK and refused by another. Size and depth are
   * limited by the {@link TreeBuilder}, so the parser need not ("0"); entities are never declared.
   */
  private static final Map<String, String> LIMITS =
      Map.of(
          "jdk.xml.elementAttributeLimit", "10000",
          "jdk.xml.maxXMLNameLimit", "1000",
          "jdk.xml.maxElementDepth", "0",
          "jdk.xml.maxGeneralEntitySizeLimit", "0",
          "jdk.xml.totalEntitySizeLimit", "0",
          "jdk.xml.entityExpansionLimit", "0",
          "jdk.xml.entityReplacementLimit", "0");

  private final String text;
  private final int[] lineStarts;
  private final TreeBuilder tree;
  private final Deque<Content> open = new ArrayDeque<>();

  /**
   * The text within an element.
   *
   * @param begin where it begins: behind the start tag
   */
  private record Content(int begin, StringBuilder text) {}

  private XmlReader(String text, TreeBuilder tree) {
    this.text = text;
    this.tree = tree;
    lineStarts =
        IntStream.rangeClosed(0, text.length())
            .filter(at -> at == 0 || endsLine(text, at - 1))
            .toArray();
  }

  private static boolean endsLine(String text, int at) {
    char c = text.charAt(at);
    boolean windows = at + 1 < text.length() && text.charAt(at + 1) == '\n';
    return c == '\n' || (c == '\r' && !windows);
  }

  static void read(String text, TreeBuilder tree) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    LIMITS.forEach(factory::setProperty);
    try {
      new XmlReader(text, tree).events(factory.createXMLStreamReader(new StringReader(text)));
    } catch (TreeBuilder.Stop stop) {
      tree.stop(stop);
    } catch (XMLStreamException e) {
      Location at = e.getLocation();
      String message = String.valueOf(e.getMessage());
      int begin = message.indexOf("Message: ");
      tree.stop(
          new Fault(
              tree.place(
                  at == null ? 1 : Math.max(1, at.getLineNumber()),
                  at == null ? 1 : Math.max(1, at.getColumnNumber())),
              Fault.Kind.UNPARSABLE,
              TreeBuilder.clean(
                  "not XML: " + (begin < 0 ? message : message.substring(begin + 9)))));
    }
  }

  private void events(XMLStreamReader events) throws XMLStreamException {
    while (true) {
      switch (events.getEventType()) {
        case XMLStreamConstants.START_ELEMENT -> start(events);
        case XMLStreamConstants.END_ELEMENT -> end();
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          if (!open.isEmpty()) {
            open.element().text().append(events.getText());
          }
        }
        case XMLStreamConstants.DTD ->
            throw new XMLStreamException("a document type is not read", events.getLocation());
        default -> {}
      }
      if (!events.hasNext()) {
        return;
      }
      events.next();
    }
  }

  private void start(XMLStreamReader element) {
    int end = offset(element.getLocation());
    // The parser tells where a tag ends; no value in it may have a "<".
    int begin = Math.max(0, text.lastIndexOf('<', end - 1));
    int line = line(begin);
    int column = column(begin);
    tree.openMap(line, column);
    tree.key("name", line, column);
    tree.scalar(Node.Kind.TEXT, element.getLocalName(), line, column);
    tree.key("attributes", line, column);
    tree.openMap(line, column);
    for (int i = 0; i < element.getAttributeCount(); i++) {
      String prefix = element.getAttributePrefix(i);
      String name = element.getAttributeLocalName(i);
      tree.key(prefix == null || prefix.isEmpty() ? name : prefix + ":" + name, line, column);
      tree.scalar(Node.Kind.TEXT, element.getAttributeValue(i), line, column);
    }
    tree.close();
    tree.key("children", line, column);
    tree.openList(line, column);
    open.push(new Content(end, new StringBuilder()));
  }

  private void end() {
    tree.close();
    Content content = open.pop();
    String written = content.text().toString();
    if (!written.isBlank()) {
      int line = line(content.begin());
      int column = column(content.begin());
      tree.key("text", line, column);
      tree.scalar(Node.Kind.TEXT, written, line, column);
    }
    tree.close();
  }

  private int offset(Location at) {
    int line = Math.min(Math.max(1, at.getLineNumber()), lineStarts.length);
    return Math.min(lineStarts[line - 1] + Math.max(1, at.getColumnNumber()) - 1, text.length());
  }

  private int line(int offset) {
    int found = Arrays.binarySearch(lineStarts, offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  private int column(int offset) {
    return offset - lineStarts[line(offset) - 1] + 1;
  }
}
