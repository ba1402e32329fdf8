package io.productionguardian;

import com.google.common.base.Preconditions;
import com.google.common.hash.Hashing;
import io.productionguardian.model.EpicLayout;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.apiguardian.api.API;

/**
 * A file that is to be written.
 *
 * @since 0.1.0
 */
@API(status = API.Status.STABLE, since = "0.1.0")
public final class RenderedFile {

  private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,200}");

  private final String path;
  private final byte[] content;
  private final boolean appended;

  private RenderedFile(String path, byte[] content, boolean appended) {
    Preconditions.checkArgument(
        path.startsWith(EpicLayout.CONSENSUS), "%s does not lie below consensus/", path);
    for (String segment : path.split("/", -1)) {
      Preconditions.checkArgument(SEGMENT.matcher(segment).matches(), "not a plain path: %s", path);
    }
    Preconditions.checkArgument(
        appended || !path.equals(EpicLayout.DECISION_LOG), "%s is only appended to", path);
    this.path = path;
    this.content = content;
    this.appended = appended;
  }

  /**
   * A file that takes the place of what is there.
   *
   * @param path below the epic folder, within {@code consensus/}, with {@code /}
   * @throws IllegalArgumentException if the path has anything but plain segments
   */
  public static RenderedFile of(String path, String text) {
    return new RenderedFile(path, text.getBytes(StandardCharsets.UTF_8), false);
  }

  /** A file of bytes that takes the place of what is there. */
  public static RenderedFile of(String path, byte[] content) {
    return new RenderedFile(path, content.clone(), false);
  }

  /**
   * The line that is appended to the decision log, which commits the release.
   *
   * @param entry one line without its end
   * @throws IllegalArgumentException if it is more than one line
   */
  public static RenderedFile logLine(String entry) {
    Preconditions.checkArgument(
        entry.indexOf('\n') < 0 && entry.indexOf('\r') < 0 && !entry.isBlank(), "not one line");
    return new RenderedFile(
        EpicLayout.DECISION_LOG, (entry + "\n").getBytes(StandardCharsets.UTF_8), true);
  }

  /** Path below the epic folder, with {@code /}. */
  public String path() {
    return path;
  }

  /** A copy of the bytes. */
  public byte[] content() {
    return content.clone();
  }

  /** The bytes as text. */
  public String text() {
    return new String(content, StandardCharsets.UTF_8);
  }

  /** SHA-256 of the bytes, 64 hexadecimal digits. */
  public String sha256() {
    return Hashing.sha256().hashBytes(content).toString();
  }

  /** Whether it is the line for the decision log. */
  public boolean appended() {
    return appended;
  }
}
