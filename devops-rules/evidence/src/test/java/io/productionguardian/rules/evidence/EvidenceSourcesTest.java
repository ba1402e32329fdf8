package io.productionguardian.rules.evidence;

import io.productionguardian.document.SourceFile;
import io.productionguardian.dossier.EvidenceSource;
import io.productionguardian.testkit.EvidenceSourceContract;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** Every source of this module keeps the contract of all sources. */
class EvidenceSourcesTest extends EvidenceSourceContract {

  @Override
  protected Stream<EvidenceSource> sources() {
    return ServiceLoader.load(EvidenceSource.class).stream().map(ServiceLoader.Provider::get);
  }

  @Override
  protected Stream<SourceFile> samples() {
    return Shown.FIXTURES.stream().map(Shown::file);
  }
}
