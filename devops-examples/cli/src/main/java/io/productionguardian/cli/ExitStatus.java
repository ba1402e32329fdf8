package io.productionguardian.cli;

import io.productionguardian.Assessment;

/** What the process tells its caller. */
final class ExitStatus {

  static final int APPROVE = 0;
  static final int VETO = 1;
  static final int COULD_NOT_RUN = 2;

  private ExitStatus() {}

  static int of(Assessment assessment) {
    return assessment.approved() ? APPROVE : VETO;
  }
}
