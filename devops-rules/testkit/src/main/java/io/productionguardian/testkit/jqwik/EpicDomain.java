package io.productionguardian.testkit.jqwik;

import io.productionguardian.testkit.Change;
import io.productionguardian.testkit.Epic;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/**
 * Makes {@code @ForAll Epic} and {@code @ForAll Change} work.
 *
 * <pre>{@code
 * @Property
 * @Domain(EpicDomain.class)
 * void neverThrows(@ForAll Epic epic) {
 *   guardian.assess(epic.snapshot(), Instant.EPOCH);
 * }
 * }</pre>
 *
 * @since 0.1.0
 */
public class EpicDomain extends DomainContextBase {

  /** For jqwik, which makes one for each property. */
  public EpicDomain() {}

  /** Valid, nearly valid and hostile epics. */
  @Provide
  public Arbitrary<Epic> epics() {
    return EpicArbitraries.epics();
  }

  /** Anything that can be done to an epic. */
  @Provide
  public Arbitrary<Change> changes() {
    return Arbitraries.oneOf(
        EpicArbitraries.omissions(),
        EpicArbitraries.values(),
        EpicArbitraries.irrelevant(),
        EpicArbitraries.contents());
  }
}
