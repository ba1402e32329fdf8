package io.productionguardian.benchmarks;

import com.google.common.collect.ImmutableList;
import io.productionguardian.Renderer;
import io.productionguardian.dossier.EvidenceSource;
import io.productionguardian.rule.Rule;
import java.time.Instant;
import java.util.List;
import java.util.ServiceLoader;

/** What the library brings along. */
final class Installed {

  /** When everything is decided; behind the last message of the examples. */
  static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

  private Installed() {}

  static List<Rule> rules() {
    return ImmutableList.copyOf(ServiceLoader.load(Rule.class));
  }

  static Rule rule(String id) {
    return rules().stream()
        .filter(rule -> rule.info().id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no rule \"" + id + "\""));
  }

  static List<EvidenceSource> sources() {
    return ImmutableList.copyOf(ServiceLoader.load(EvidenceSource.class));
  }

  static List<Renderer> renderers() {
    return ImmutableList.copyOf(ServiceLoader.load(Renderer.class));
  }

  /** A renderer by its class's simple name. */
  static Renderer renderer(String name) {
    return renderers().stream()
        .filter(renderer -> renderer.getClass().getSimpleName().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no renderer \"" + name + "\""));
  }
}
