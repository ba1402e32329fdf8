package io.productionguardian.rule;

import io.productionguardian.dossier.Dossier;
import java.util.List;
import org.apiguardian.api.API;

/**
 * One question to the dossier. Stateless and pure: the same dossier and settings give the same
 * answer. Found by {@link java.util.ServiceLoader}, so an implementation has a public constructor
 * without parameters.
 *
 * @since 0.1.0
 */
@API(status = API.Status.STABLE, since = "0.1.0")
public interface Rule {

  /** What the rule is; the same value at each call. */
  RuleInfo info();

  /**
   * Checks.
   *
   * @param dossier what the files say
   * @param settings the values of the parameters that {@link #info()} declares
   * @return what is wrong, empty when nothing is. What a rule throws becomes a blocking finding.
   */
  List<Violation> check(Dossier dossier, Settings settings);
}
