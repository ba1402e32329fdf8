package io.productionguardian.dossier;

import java.util.Optional;

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

  /** Whether it says that there is something to mend. */
  public boolean hasVulnerabilities() {
    return vulnerabilities.orElse(0) > 0 || !passed.orElse(true);
  }
}
