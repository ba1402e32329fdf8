package io.productionguardian.document;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
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

  /** Decodes; where lines count, a conflict marker stays a line like any other. */
  static Utf8 decode(String file, byte[] bytes, boolean blankMarkers) {
    List<Fault> faults = new ArrayList<>();
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length + 1);
    CoderResult result = decoder.decode(in, out, true);
    String text = out.flip().toString();
    if (text.startsWith("\uFEFF")) {
      text = text.substring(1);
      faults.add(
          new Fault(Place.of(file), Fault.Kind.BYTE_ORDER_MARK, "begins with a byte order mark"));
    }
    if (result.isError()) {
      faults.add(
          new Fault(
              end(file, text),
              Fault.Kind.ENCODING,
              String.format(Locale.ROOT, "byte 0x%02X is not UTF-8", bytes[in.position()] & 0xFF)));
    }
    ConflictMarkers markers = ConflictMarkers.in(file, text);
    faults.addAll(markers.faults());
    return new Utf8(blankMarkers ? markers.text() : text, faults);
  }

  boolean broken() {
    return faults.stream().anyMatch(fault -> fault.kind() == Fault.Kind.ENCODING);
  }

  /** The place just behind a text. */
  private static Place end(String file, String text) {
    int line = 1 + (int) text.chars().filter(c -> c == '\n').count();
    return Place.at(file, line, text.length() - text.lastIndexOf('\n'));
  }
}
