package io.productionguardian.dossier;

import io.productionguardian.document.SourceLocation;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * What quality's review says.
 *
 * @since 0.1.0
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public interface Review {

  /**
   * What the review says of security scanning.
   *
   * @param vulnerabilities how many were found, when that is stated as a number
   * @param passed whether it passed, when that is stated as a truth value
   * @since 0.1.0
   */
  public record SecurityScan(Optional<Integer> vulnerabilities, Optional<Boolean> passed) {

    /** Whether it is a record of a scan and not only an agent's word. */
    public boolean isRecord() {
      return vulnerabilities.isPresent() && passed.isPresent();
    }

    /** Whether it says that there is something to fix. */
    public boolean hasVulnerabilities() {
      return vulnerabilities.orElse(0) > 0 || !passed.orElse(true);
    }
  }

  /**
   * What quality says for or against the release.
   *
   * @param place where
   * @param favourable for it
   * @param verdict whether it is the verdict itself and not one of its reasons
   * @param words what is said, one line
   * @since 0.1.0
   */
  public record QualityVerdict(
      SourceLocation place, boolean favourable, boolean verdict, String words) {}
}
