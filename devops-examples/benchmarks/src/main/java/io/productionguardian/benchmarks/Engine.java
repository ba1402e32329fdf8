package io.productionguardian.benchmarks;

import io.productionguardian.dossier.Dossier;
import io.productionguardian.model.VetoTrigger;
import java.util.Set;
import java.util.function.Supplier;

/** An engine that has the seven veto triggers as its rules. */
interface Engine {

  /**
   * Ready to judge one dossier again and again. What an engine does once for its rules, or for an
   * input, is done here and not measured.
   */
  Supplier<Set<VetoTrigger>> judging(Dossier dossier);
}
