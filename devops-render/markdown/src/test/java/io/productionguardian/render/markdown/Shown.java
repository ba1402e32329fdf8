package io.productionguardian.render.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/** What a reader of Markdown sees, by a parser that is not ours. */
final class Shown {

  private static final Parser PARSER =
      Parser.builder().extensions(List.of(TablesExtension.create())).build();

  private Shown() {}

  static Node document(String markdown) {
    return PARSER.parse(markdown);
  }

  /** The one child of a node, of this type. */
  static <T extends Node> T only(Node parent, Class<T> type) {
    assertThat(parent.getFirstChild()).isInstanceOf(type);
    assertThat(parent.getFirstChild()).isSameAs(parent.getLastChild());
    return type.cast(parent.getFirstChild());
  }

  /** The text of a node that has no other children than text. */
  static String text(Node parent) {
    StringBuilder text = new StringBuilder();
    for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
      assertThat(child).isInstanceOf(Text.class);
      text.append(((Text) child).getLiteral());
    }
    return text.toString();
  }

  /** Where the links below a node lead to. */
  static List<String> links(Node root) {
    List<String> links = new ArrayList<>();
    root.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Link node) {
            links.add(node.getDestination());
          }
        });
    return links;
  }

  /** All text of a node and all below it. */
  static String allText(Node root) {
    StringBuilder text = new StringBuilder();
    root.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Text node) {
            text.append(node.getLiteral()).append('\n');
          }

          @Override
          public void visit(Code node) {
            text.append(node.getLiteral()).append('\n');
          }
        });
    return text.toString();
  }
}
