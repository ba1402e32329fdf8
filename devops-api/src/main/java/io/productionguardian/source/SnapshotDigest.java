package io.productionguardian.source;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import io.productionguardian.document.SourceFile;
import java.nio.charset.StandardCharsets;

/** One digest for the same files, whatever they came from. */
final class SnapshotDigest {

  private SnapshotDigest() {}

  /** SHA-256 over a line for each file, 64 hexadecimal digits. */
  static String of(EpicSnapshot snapshot) {
    Hasher hasher = Hashing.sha256().newHasher();
    snapshot.files().forEach((path, file) -> put(hasher, file, path));
    snapshot.repository().forEach((path, file) -> put(hasher, file, "(repository) " + path));
    return hasher.hash().toString();
  }

  private static void put(Hasher hasher, SourceFile file, String path) {
    hasher.putString(file.sha256() + "  " + path + "\n", StandardCharsets.UTF_8);
  }
}
