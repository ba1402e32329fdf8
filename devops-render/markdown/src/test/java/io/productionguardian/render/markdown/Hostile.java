package io.productionguardian.render.markdown;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Texts that mean something to Markdown, to HTML, to Mermaid or to a shell. */
final class Hostile {

  private Hostile() {}

  /** Any characters at all, halves of characters among them, and pieces with a meaning. */
  static Arbitrary<String> texts() {
    Arbitrary<String> pieces =
        Arbitraries.of(
                "*",
                "**",
                "_",
                "__",
                "`",
                "```",
                "~~~",
                "~~",
                "[",
                "]",
                "](",
                ")",
                "!",
                "![",
                "<",
                ">",
                "<b>",
                "<!--",
                "-->",
                "&amp;",
                "&#35;",
                "&",
                "|",
                "\\",
                "\\|",
                "#",
                "# ",
                "- ",
                "+ ",
                "1. ",
                "1) ",
                "99.9",
                "===",
                "---",
                "> ",
                ": ",
                "    ",
                "\t",
                "\n",
                "\n\n",
                "\r\n",
                "https://x.test/",
                "www.x.test",
                "a@x.test",
                "$x$",
                "{",
                "}",
                "\"",
                "'",
                ";",
                "$(id)",
                "a",
                "snake_case",
                "é",
                "😀",
                "\ud83d",
                "\u202e",
                "\u2028",
                "\u0007")
            .list()
            .ofMaxSize(8)
            .map(list -> String.join("", list));
    return Arbitraries.oneOf(Arbitraries.strings().all().ofMaxLength(30), pieces);
  }
}
