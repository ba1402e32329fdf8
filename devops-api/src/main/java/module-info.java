/** The model, the readers, the rule SPI, the gate, the render SPI and the epic folder. */
// The modules that see the back are compiled after this one
@SuppressWarnings("module")
@org.jspecify.annotations.NullMarked
module io.productionguardian.api {
  requires transitive com.google.common;
  requires static transitive org.apiguardian.api;
  requires transitive org.jspecify;
  requires com.networknt.schema;
  requires java.xml;
  requires org.snakeyaml.engine;
  requires tools.jackson.core;
  requires tools.jackson.databind;

  exports io.productionguardian;
  exports io.productionguardian.document;
  exports io.productionguardian.dossier;
  exports io.productionguardian.model;
  exports io.productionguardian.plan;
  exports io.productionguardian.policy;
  exports io.productionguardian.readiness;
  exports io.productionguardian.release;
  exports io.productionguardian.rule;
  exports io.productionguardian.source;
  // The back: for the modules of this project alone
  exports io.productionguardian.rollout to
      io.productionguardian.render.json,
      io.productionguardian.render.markdown,
      io.productionguardian.render.yaml;
  exports io.productionguardian.schema to
      io.productionguardian.cli,
      io.productionguardian.render.json,
      io.productionguardian.render.yaml,
      io.productionguardian.rules.standard;
  exports io.productionguardian.text to
      io.productionguardian.cli,
      io.productionguardian.render.json,
      io.productionguardian.render.markdown,
      io.productionguardian.render.yaml,
      io.productionguardian.rules.evidence,
      io.productionguardian.rules.standard;

  uses io.productionguardian.dossier.EvidenceSource;
  uses io.productionguardian.Renderer;
  uses io.productionguardian.rule.Rule;
}
