package io.productionguardian.document;

import io.productionguardian.document.Document.Fault;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A file's bytes as text, strictly decoded.
 *
 * @param text what could be decoded, without a byte order mark
 * @param faults the first byte that is not UTF-8, a byte order mark, conflict markers
 */
record Utf8(String text, List<Fault> faults) {

  /** What a decoder that reports nothing puts in the place of what it cannot decode. */
  private static final char REPLACEMENT = '\uFFFD';

  /** Decodes; where lines count, a conflict marker stays a line like any other. */
  static Utf8 decode(String file, byte[] bytes, boolean blankMarkers) {
    List<Fault> faults = new ArrayList<>();
    String text = new String(bytes, StandardCharsets.UTF_8);
    int broken = -1;
    if (text.indexOf(REPLACEMENT) >= 0) { // it stands there, or in the place of something
      CharsetDecoder decoder =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT);
      ByteBuffer in = ByteBuffer.wrap(bytes);
      CharBuffer out = CharBuffer.allocate(bytes.length + 1);
      broken = decoder.decode(in, out, true).isError() ? in.position() : -1;
      text = out.flip().toString();
    }
    if (text.startsWith("\uFEFF")) {
      text = text.substring(1);
      faults.add(
          new Fault(
              SourceLocation.of(file),
              Fault.Kind.BYTE_ORDER_MARK,
              "begins with a byte order mark"));
    }
    if (broken >= 0) {
      faults.add(
          new Fault(
              end(file, text),
              Fault.Kind.ENCODING,
              String.format(Locale.ROOT, "byte 0x%02X is not UTF-8", bytes[broken] & 0xFF)));
    }
    ConflictMarkers markers = ConflictMarkers.in(file, text);
    faults.addAll(markers.faults());
    return new Utf8(blankMarkers ? markers.text() : text, faults);
  }

  boolean broken() {
    return faults.stream().anyMatch(fault -> fault.kind() == Fault.Kind.ENCODING);
  }

  /** The place just behind a text. */
  private static SourceLocation end(String file, String text) {
    int line = 1 + (int) text.chars().filter(c -> c == '\n').count();
    return SourceLocation.at(file, line, text.length() - text.lastIndexOf('\n'));
  }
}
