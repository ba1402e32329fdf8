package io.productionguardian.document;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * XML from the parser's events. An element becomes an object of its {@code name}, its {@code
 * attributes}, its {@code children} in order, and its {@code text} when it is not blank. A document
 * type is refused: no tool's report needs one, and entities are how XML attacks its reader.
 */
final class XmlReader {

  private final TreeBuilder tree;
  private final Deque<StringBuilder> texts = new ArrayDeque<>();
  private int line = 1;
  private int column = 1;

  private XmlReader(TreeBuilder tree) {
    this.tree = tree;
  }

  static void read(String text, TreeBuilder tree) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    XmlReader reader = new XmlReader(tree);
    try {
      reader.events(factory.createXMLStreamReader(new StringReader(text)));
    } catch (TreeBuilder.Stop stop) {
      tree.stop(stop);
    } catch (XMLStreamException e) {
      Location at = e.getLocation();
      String message = String.valueOf(e.getMessage());
      int begin = message.indexOf("Message: ");
      tree.stop(
          new Fault(
              tree.place(
                  at == null ? reader.line : Math.max(1, at.getLineNumber()),
                  at == null ? reader.column : Math.max(1, at.getColumnNumber())),
              Fault.Kind.UNPARSABLE,
              TreeBuilder.clean(begin < 0 ? message : message.substring(begin + 9))));
    }
  }

  private void events(XMLStreamReader events) throws XMLStreamException {
    while (true) {
      switch (events.getEventType()) {
        case XMLStreamConstants.START_ELEMENT -> start(events);
        case XMLStreamConstants.END_ELEMENT -> end();
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          if (!texts.isEmpty()) {
            texts.element().append(events.getText());
          }
        }
        case XMLStreamConstants.DTD ->
            throw new XMLStreamException("a document type is not read", events.getLocation());
        default -> {}
      }
      // the parser tells where an event ends, which is where the next one begins
      line = Math.max(1, events.getLocation().getLineNumber());
      column = Math.max(1, events.getLocation().getColumnNumber());
      if (!events.hasNext()) {
        return;
      }
      events.next();
    }
  }

  private void start(XMLStreamReader element) {
    tree.openMap(line, column);
    tree.key("name", line, column);
    tree.scalar(ScalarNode.Kind.TEXT, element.getLocalName(), line, column);
    tree.key("attributes", line, column);
    tree.openMap(line, column);
    for (int i = 0; i < element.getAttributeCount(); i++) {
      tree.key(element.getAttributeLocalName(i), line, column);
      tree.scalar(ScalarNode.Kind.TEXT, element.getAttributeValue(i), line, column);
    }
    tree.close();
    tree.key("children", line, column);
    tree.openList(line, column);
    texts.push(new StringBuilder());
  }

  private void end() {
    tree.close();
    String text = texts.pop().toString();
    if (!text.isBlank()) {
      tree.key("text", line, column);
      tree.scalar(ScalarNode.Kind.TEXT, text, line, column);
    }
    tree.close();
  }
}
