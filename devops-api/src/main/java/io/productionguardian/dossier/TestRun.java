package io.productionguardian.dossier;

import io.productionguardian.document.Node;

/**
 * The result of a test run (JUnit XML).
 *
 * @param node the suite
 * @param name the suite's name
 * @param tests how many tests there were
 * @param failures how many failed, errors among them
 * @param skipped how many did not run
 * @since 0.1.0
 */
public record TestRun(Node node, String name, int tests, int failures, int skipped)
    implements Evidence {

  /** Whether something ran and nothing failed. */
  public boolean passed() {
    return failures == 0 && tests > skipped;
  }
}
