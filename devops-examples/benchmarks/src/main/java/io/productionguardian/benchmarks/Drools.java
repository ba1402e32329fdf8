package io.productionguardian.benchmarks;

import com.google.common.io.Resources;
import io.productionguardian.dossier.Dossier;
import io.productionguardian.model.VetoTrigger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;
import org.kie.api.KieBase;
import org.kie.api.io.ResourceType;
import org.kie.api.runtime.KieSession;
import org.kie.internal.utils.KieHelper;

/** Drools: {@code triggers.drl}, a session for each judgement. */
final class Drools implements Engine {

  private final KieBase base;

  Drools() {
    try {
      String rules =
          Resources.toString(
              Resources.getResource(Drools.class, "triggers.drl"), StandardCharsets.UTF_8);
      base = new KieHelper().addContent(rules, ResourceType.DRL).build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Supplier<Set<VetoTrigger>> judging(Dossier dossier) {
    return () -> {
      Set<VetoTrigger> found = EnumSet.noneOf(VetoTrigger.class);
      KieSession session = base.newKieSession();
      try {
        session.setGlobal("found", found);
        session.insert(dossier);
        session.fireAllRules();
      } finally {
        session.dispose();
      }
      return found;
    };
  }
}
