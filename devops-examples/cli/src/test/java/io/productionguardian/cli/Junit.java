package io.productionguardian.cli;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.StringReader;
import java.net.URL;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** What Jenkins reads of a report: by its own schema, and by a parser that did not write it. */
final class Junit {

  private static final Schema SCHEMA = schema();

  private Junit() {}

  static Element suite(String xml) {
    assertThatCode(() -> SCHEMA.newValidator().validate(new StreamSource(new StringReader(xml))))
        .doesNotThrowAnyException();
    try {
      return DocumentBuilderFactory.newDefaultInstance()
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(xml)))
          .getDocumentElement();
    } catch (SAXException | IOException | ParserConfigurationException e) {
      throw new AssertionError(xml, e);
    }
  }

  static List<Element> elements(Element in, String name) {
    NodeList nodes = in.getElementsByTagName(name);
    return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i)).toList();
  }

  private static Schema schema() {
    URL xsd = Junit.class.getResource("/jenkins-junit-10.xsd");
    try {
      return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(xsd);
    } catch (SAXException e) {
      throw new AssertionError(e);
    }
  }
}
