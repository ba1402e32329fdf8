package io.productionguardian.document;

/**
 * How much is read before reading stops, so that no input can exhaust time or memory.
 *
 * @param fileBytes size of a file, bytes
 * @param yamlBytes size of a YAML file, bytes; smaller since a long scalar is slow to scan
 * @param logBytes size of the decision log, bytes
 * @param totalBytes size of all files together, bytes
 * @param files number of files below the epic folder
 * @param depth objects and lists within one another
 * @param nodes objects, lists and values of one file
 * @param aliases YAML aliases in one file
 * @since 0.1.0
 */
public record Limits(
    long fileBytes,
    long yamlBytes,
    long logBytes,
    long totalBytes,
    int files,
    int depth,
    int nodes,
    int aliases) {

  /** Far above any real epic, far below what hurts. */
  public static final Limits STANDARD =
      new Limits(16L << 20, 1L << 20, 128L << 20, 512L << 20, 20_000, 100, 4_000_000, 200);
}
