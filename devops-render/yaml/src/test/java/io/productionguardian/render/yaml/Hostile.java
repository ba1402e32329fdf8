package io.productionguardian.render.yaml;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Texts that mean something to the formats that they must not mean anything in. */
final class Hostile {

  private Hostile() {}

  /** Any characters at all, halves of characters among them, and pieces with a meaning. */
  static Arbitrary<String> texts() {
    Arbitrary<String> pieces =
        Arbitraries.of(
                "'",
                "\"",
                "\\",
                "`",
                "$",
                "${{",
                "}}",
                "$(id)",
                "\n",
                "\r\n",
                "\n---\n",
                ": ",
                " #",
                "- ",
                "? ",
                "| ",
                "> ",
                "&a",
                "*a",
                "!!str",
                "%",
                "@",
                "{",
                "}",
                "[",
                "]",
                "yes",
                "no",
                "null",
                "~",
                "0x1",
                "1e3",
                "2024-11-19",
                "on",
                "'\\''",
                "\t",
                " ",
                "\u0085",
                "\u2028",
                "\uFEFF",
                "\u0007",
                "ü",
                "😀",
                "\ud83d",
                ";",
                "&&",
                "a")
            .list()
            .ofMaxSize(8)
            .map(list -> String.join("", list));
    return Arbitraries.oneOf(Arbitraries.strings().all().ofMaxLength(30), pieces);
  }
}
