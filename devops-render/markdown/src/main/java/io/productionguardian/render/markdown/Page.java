package io.productionguardian.render.markdown;

import io.productionguardian.model.EpicLayout;
import java.util.List;

/** Puts a Markdown page together, block by block with an empty line between them. */
final class Page {

  private final StringBuilder text = new StringBuilder();

  private Page() {}

  /** Begins a page, first of all with the generator's mark. */
  static Page titled(String title) {
    Page page = new Page();
    page.text.append("<!-- ").append(EpicLayout.GENERATOR_MARK).append(" -->\n");
    return page.block("# " + title + "\n");
  }

  Page section(String title) {
    return block("## " + title + "\n");
  }

  Page subsection(String title) {
    return block("### " + title + "\n");
  }

  Page paragraph(String line) {
    return block(line + "\n");
  }

  /** A list of items, nothing for none. */
  Page list(List<String> items) {
    return items.isEmpty() ? this : block("- " + String.join("\n- ", items) + "\n");
  }

  /** A numbered list of items, nothing for none. */
  Page numbered(List<String> items) {
    StringBuilder list = new StringBuilder();
    for (int i = 0; i < items.size(); i++) {
      list.append(i + 1).append(". ").append(items.get(i)).append('\n');
    }
    return items.isEmpty() ? this : block(list.toString());
  }

  /** Text that ends with an end of line. */
  Page block(String block) {
    text.append('\n').append(block);
    return this;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
