package io.productionguardian.render.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import io.productionguardian.Assessment;
import io.productionguardian.document.SourceLocation;
import io.productionguardian.rule.AppliesBy;
import io.productionguardian.rule.Remedy;
import io.productionguardian.rule.Template;
import io.productionguardian.rule.Violation;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;

/** Whatever a finding and its remedy hold, the page has the same blocks. */
class ReadinessProperties {

  private static final Example EXAMPLE = Example.of("epic_25");

  @Provide
  Arbitrary<String> texts() {
    return Hostile.texts();
  }

  @Property(tries = 300)
  void pageKeepsItsShape(@ForAll("texts") String text, @ForAll("texts") String content) {
    SourceLocation place = new SourceLocation("consensus/artifacts/" + text, "/" + text, 1, 1);
    Assessment assessment =
        EXAMPLE.finding(
            Violation.at(place, "x" + text)
                .remedy(
                    Remedy.add(
                        AppliesBy.PERSON,
                        place.file(),
                        place.pointer(),
                        Template.text("x" + content))));

    List<Class<?>> blocks = new ArrayList<>();
    for (Node block = Shown.document(ReadinessRenderer.write(assessment)).getFirstChild();
        block != null;
        block = block.getNext()) {
      blocks.add(block.getClass());
    }

    assertThat(blocks)
        .containsExactly(
            HtmlBlock.class,
            Heading.class,
            BulletList.class,
            Heading.class,
            TableBlock.class,
            Heading.class,
            TableBlock.class,
            Heading.class,
            Heading.class,
            BulletList.class,
            Paragraph.class,
            FencedCodeBlock.class,
            Heading.class,
            FencedCodeBlock.class);
  }
}
