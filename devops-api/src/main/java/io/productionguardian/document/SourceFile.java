package io.productionguardian.document;

import com.google.common.hash.Hashing;
import io.productionguardian.document.Document.Fault;
import io.productionguardian.document.Document.Limits;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A file as it was when the folder was read.
 *
 * @since 0.1.0
 */
@API(status = API.Status.STABLE, since = "0.1.0")
public final class SourceFile {

  /** As far as Git looks for a zero byte. */
  private static final int HEAD = 8_000;

  private final String path;
  private final byte[] content;
  private final String sha256;
  private final Optional<Fault> fault;

  /** Decoded on first use; whoever sees none decodes it again, to the same. */
  private @Nullable String text;

  private SourceFile(String path, byte[] content, String sha256, Optional<Fault> fault) {
    this.path = path;
    this.content = content;
    this.sha256 = sha256;
    this.fault = fault;
  }

  /** A file of these bytes, which are copied. */
  public static SourceFile of(String path, byte[] content) {
    return new SourceFile(
        path, content.clone(), Hashing.sha256().hashBytes(content).toString(), Optional.empty());
  }

  /** A file of this text in UTF-8. */
  public static SourceFile of(String path, String content) {
    return of(path, content.getBytes(StandardCharsets.UTF_8));
  }

  /** Something whose content is not known; its digest is that of the reason. */
  public static SourceFile unread(String path, Fault.Kind kind, String message) {
    String line = TreeBuilder.clean(message);
    return new SourceFile(
        path,
        new byte[0],
        Hashing.sha256().hashString(kind + ": " + line, StandardCharsets.UTF_8).toString(),
        Optional.of(new Fault(SourceLocation.of(path), kind, line)));
  }

  /** Path below the epic folder or the repository's root, with {@code /}. */
  public String path() {
    return path;
  }

  /** A copy of the bytes; none when the file could not be read. */
  public byte[] content() {
    return content.clone();
  }

  /** How many bytes are known. */
  public int size() {
    return content.length;
  }

  /** The bytes as text; what is not UTF-8 is replaced. */
  public String text() {
    String decoded = text;
    if (decoded == null) {
      decoded = new String(content, StandardCharsets.UTF_8);
      text = decoded;
    }
    return decoded;
  }

  /** Whether a zero byte is among the first bytes, which makes it binary to Git. */
  public boolean isBinary() {
    for (int i = 0; i < Math.min(HEAD, content.length); i++) {
      if (content[i] == 0) {
        return true;
      }
    }
    return false;
  }

  /** The first bytes as text. */
  public String head(int bytes) {
    return new String(content, 0, Math.min(bytes, content.length), StandardCharsets.UTF_8);
  }

  /** The lines that mark a conflict of versions; they are read past. */
  public List<Fault> conflictMarkers() {
    return ConflictMarkers.in(path, text()).faults();
  }

  /** SHA-256 of the bytes, 64 hexadecimal digits. */
  public String sha256() {
    return sha256;
  }

  /** Why the content is not known. */
  public Optional<Fault> fault() {
    return fault;
  }

  /** Reads it into a tree. */
  public Document read(Document.Format format, Limits limits) {
    return fault
        .map(Document::unread)
        .orElseGet(() -> Document.read(path, content, format, limits));
  }
}
