package io.productionguardian.document;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** XML names the encoding that it is written in. */
final class DeclaredEncoding {

  private static final int HEAD = 200;

  private static final Pattern DECLARATION =
      Pattern.compile(
          "<\\?xml[^>]{0,60}?encoding\\s{0,5}=\\s{0,5}[\"']([A-Za-z0-9._-]{1,40})[\"']");

  /** Those in which each byte, or each pair, is a character. */
  private static final Map<String, Charset> KNOWN =
      Map.of(
          "iso-8859-1", StandardCharsets.ISO_8859_1,
          "iso-8859-15", Charset.forName("ISO-8859-15"),
          "latin1", StandardCharsets.ISO_8859_1,
          "windows-1252", Charset.forName("windows-1252"),
          "us-ascii", StandardCharsets.US_ASCII);

  private DeclaredEncoding() {}

  /** The same text in UTF-8, where the bytes declare another encoding that is known. */
  static byte[] toUtf8(byte[] bytes) {
    String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
    Matcher declaration = DECLARATION.matcher(head);
    if (!declaration.find()) {
      return bytes;
    }
    Charset charset = KNOWN.get(declaration.group(1).toLowerCase(Locale.ROOT));
    return charset == null ? bytes : new String(bytes, charset).getBytes(StandardCharsets.UTF_8);
  }
}
