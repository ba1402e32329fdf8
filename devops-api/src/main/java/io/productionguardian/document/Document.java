package io.productionguardian.document;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * What could be read of a file.
 *
 * @param file path below the epic folder or the repository's root
 * @param roots the documents of a YAML stream, the entries of a JSON Lines file, or the one value
 *     of a JSON file; one that could be read only in part is not {@link Node#complete()}
 * @param faults what could not be read as it stands, in the file's order
 * @since 0.1.0
 */
@API(status = API.Status.STABLE, since = "0.1.0")
public record Document(String file, List<Node> roots, List<Fault> faults) {

  /** Keeps copies. */
  public Document {
    roots = ImmutableList.copyOf(roots);
    faults = ImmutableList.copyOf(faults);
  }

  /** The first document, which for most files is the only one. */
  public Optional<Node> root() {
    return roots.stream().findFirst();
  }

  /** Whether nothing of the file is unknown. */
  public boolean complete() {
    return faults.stream().noneMatch(fault -> fault.kind().losesContent());
  }

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
}
