/** All that an embedder needs: the API, the rules, the readers of evidence and the renderers. */
module io.productionguardian.embed {
  requires transitive io.productionguardian.api;
  requires transitive io.productionguardian.render.json;
  requires io.productionguardian.render.markdown;
  requires io.productionguardian.render.yaml;
  requires io.productionguardian.rules.evidence;
  requires io.productionguardian.rules.standard;
}
