/** Readers of deploy files and of tools' reports. */
@org.jspecify.annotations.NullMarked
module io.productionguardian.rules.evidence {
  requires io.productionguardian.api;

  provides io.productionguardian.dossier.EvidenceSource with
      io.productionguardian.rules.evidence.ComposeFile,
      io.productionguardian.rules.evidence.CycloneDxBom,
      io.productionguardian.rules.evidence.GrypeReport,
      io.productionguardian.rules.evidence.JunitReport,
      io.productionguardian.rules.evidence.KubernetesManifest,
      io.productionguardian.rules.evidence.OpenVexDocument,
      io.productionguardian.rules.evidence.OsvReport,
      io.productionguardian.rules.evidence.PrometheusFile,
      io.productionguardian.rules.evidence.SarifReport,
      io.productionguardian.rules.evidence.TrivyReport;
}
