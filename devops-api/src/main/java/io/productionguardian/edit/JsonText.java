package io.productionguardian.edit;

import io.productionguardian.document.Node;
import java.util.HexFormat;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/**
 * Texts and nodes as JSON that YAML reads to the same.
 *
 * @since 0.1.0
 */
@API(status = API.Status.INTERNAL, since = "0.1.0")
public final class JsonText {

  private JsonText() {}

  /** A text in quotation marks; what YAML does not print is escaped. */
  public static String of(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < 0x20 || (c >= 0x7f && c < 0xa0) || c == '\u2028' || c == '\u2029') {
        json.append("\\u").append(HexFormat.of().toHexDigits(c));
      } else {
        json.append(c);
      }
    }
    return json.append('"').toString();
  }

  /** A node with all that is in it; its depth is bounded by the limits of reading. */
  public static String of(Node node) {
    if (!node.isObject() && !node.isList()) {
      return node.text().map(JsonText::of).or(node::scalar).orElse("null");
    }
    return node.isList()
        ? node.items().stream().map(JsonText::of).collect(Collectors.joining(", ", "[", "]"))
        : node.members().entrySet().stream()
            .map(member -> of(member.getKey()) + ": " + of(member.getValue()))
            .collect(Collectors.joining(", ", "{", "}"));
  }
}
