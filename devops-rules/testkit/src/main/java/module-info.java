/**
 * Fixtures, a rule tester, contracts and generators for those who extend Production Guardian or
 * embed it.
 *
 * @uses io.productionguardian.dossier.EvidenceSource the sources that are on the path are asked
 */
// jqwik's own modules are automatic; who uses the generators has them
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"})
@org.jspecify.annotations.NullMarked
module io.productionguardian.testkit {
  requires transitive io.productionguardian.api;
  requires com.google.common;
  requires static org.apiguardian.api;
  requires org.jspecify;
  requires tools.jackson.core;
  requires tools.jackson.databind;
  requires static transitive org.junit.jupiter.api;
  requires static transitive net.jqwik.api;

  exports io.productionguardian.testkit;
  exports io.productionguardian.testkit.jqwik;

  uses io.productionguardian.dossier.EvidenceSource;
}
