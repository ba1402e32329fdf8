/** The model, the readers, the rule SPI, the gate, the render SPI and the epic folder. */
@org.jspecify.annotations.NullMarked
module io.productionguardian.api {
  requires transitive com.google.common;
  requires transitive org.jspecify;
  requires com.networknt.schema;
  requires java.xml;
  requires org.snakeyaml.engine;
  requires tools.jackson.core;
  requires tools.jackson.databind;

  exports io.productionguardian;
  exports io.productionguardian.document;
  exports io.productionguardian.dossier;
  exports io.productionguardian.engine;
  exports io.productionguardian.folder;
  exports io.productionguardian.model;
  exports io.productionguardian.policy;
  exports io.productionguardian.render;
  exports io.productionguardian.rule;
  exports io.productionguardian.schema;

  uses io.productionguardian.dossier.EvidenceSource;
  uses io.productionguardian.render.Renderer;
  uses io.productionguardian.rule.Rule;
}
