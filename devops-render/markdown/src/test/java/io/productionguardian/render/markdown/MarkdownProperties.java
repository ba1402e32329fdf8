package io.productionguardian.render.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.CharMatcher;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;

/** Whatever a text holds, it is shown as it is, wherever it stands. */
class MarkdownProperties {

  @Provide
  Arbitrary<String> texts() {
    return Hostile.texts();
  }

  @Property(tries = 5_000)
  void paragraphShowsTheText(@ForAll("texts") String text) {
    Node document = Shown.document(Markdown.text(text) + "\n");

    if (visible(text).isEmpty()) {
      assertThat(document.getFirstChild()).isNull();
    } else {
      assertThat(Shown.text(Shown.only(document, Paragraph.class))).isEqualTo(visible(text));
    }
  }

  @Property(tries = 5_000)
  void listItemShowsTheText(@ForAll("texts") String text) {
    Node document = Shown.document("- " + Markdown.text("x" + text) + "\n");

    ListItem item = Shown.only(Shown.only(document, BulletList.class), ListItem.class);
    assertThat(Shown.text(Shown.only(item, Paragraph.class))).isEqualTo(visible("x" + text));
  }

  @Property(tries = 5_000)
  void headingShowsTheText(@ForAll("texts") String text) {
    Node document = Shown.document("### Issue: " + Markdown.heading(text + "x") + "\n");

    assertThat(Shown.text(Shown.only(document, Heading.class)))
        .isEqualTo("Issue: " + visible(text + "x"));
  }

  @Property(tries = 5_000)
  void cellShowsTheText(@ForAll("texts") String text) {
    String cell = Markdown.text(text);
    Node document =
        Shown.document(
            Markdown.table(List.of("A", "B"), List.of(List.of(cell, "b"), List.of("c", cell))));

    TableBlock table = Shown.only(document, TableBlock.class);
    TableBody body = (TableBody) table.getLastChild();
    TableRow first = (TableRow) body.getFirstChild();
    TableRow last = (TableRow) body.getLastChild();
    assertThat(first.getNext()).isSameAs(last);
    assertThat(cells(first)).containsExactly(visible(text), "b");
    assertThat(cells(last)).containsExactly("c", visible(text));
  }

  @Property(tries = 5_000)
  void codeShowsTheText(@ForAll("texts") String text) {
    Node document = Shown.document(Markdown.code(text) + "\n");

    if (!visible(text).isEmpty()) {
      Paragraph paragraph = Shown.only(document, Paragraph.class);
      assertThat(Shown.only(paragraph, Code.class).getLiteral()).isEqualTo(visible(text));
    }
  }

  @Property(tries = 5_000)
  void fenceShowsItsLines(@ForAll("texts") String text) {
    Node document = Shown.document(Markdown.fence("text", List.of("a" + text + "b", "c")));

    FencedCodeBlock fence = Shown.only(document, FencedCodeBlock.class);
    assertThat(fence.getInfo()).isEqualTo("text");
    assertThat(fence.getLiteral()).isEqualTo(visible("a" + text + "b") + "\nc\n");
  }

  @Property
  void labelOfADiagramIsPlain(@ForAll("texts") String text) {
    assertThat(Mermaid.label(text)).matches("\"([A-Za-z0-9 .,_/:%-]|#[0-9]+;)*\"");
  }

  private static List<String> cells(TableRow row) {
    assertThat(row.getFirstChild().getNext()).isSameAs(row.getLastChild());
    return List.of(
        Shown.text((TableCell) row.getFirstChild()), Shown.text((TableCell) row.getLastChild()));
  }

  /** What is left of a text on one line: no control or format character, no half of one. */
  static String visible(String text) {
    String line =
        text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", " ").replaceAll("\\p{Cs}", "\uFFFD");
    return CharMatcher.whitespace().trimFrom(line);
  }
}
