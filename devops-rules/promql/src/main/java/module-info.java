/**
 * PromQL: what an expression means, and what it gives over made-up series.
 *
 * <p>It is shared by the rules and the renderers, and is no part of the public face.
 */
// Those who may use it are compiled after it; and RE2/J, which has no descriptor, is named by its
// file.
@SuppressWarnings({"module", "requires-automatic"})
@org.jspecify.annotations.NullMarked
module io.productionguardian.promql {
  requires com.google.common;
  requires static org.apiguardian.api;
  requires org.jspecify;
  requires re2j;

  exports io.productionguardian.promql to
      io.productionguardian.rules.standard,
      io.productionguardian.render.yaml;
  exports io.productionguardian.promql.eval to
      io.productionguardian.render.yaml;
}
