/** Rules of a team. */
// snippet: module
module com.example.rules {
  requires io.productionguardian.api;

  provides io.productionguardian.rule.Rule with
      com.example.rules.EnoughReplicas;
}
// end
