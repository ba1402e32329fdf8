/** Readers of deploy files and of tools' reports. */
@org.jspecify.annotations.NullMarked
module io.productionguardian.rules.evidence {
  requires io.productionguardian.api;

  provides io.productionguardian.dossier.EvidenceSource with
      io.productionguardian.rules.evidence.BanditReport,
      io.productionguardian.rules.evidence.ComposeFile,
      io.productionguardian.rules.evidence.CsafDocument,
      io.productionguardian.rules.evidence.CycloneDxBom,
      io.productionguardian.rules.evidence.DependencyCheckReport,
      io.productionguardian.rules.evidence.GithubAlerts,
      io.productionguardian.rules.evidence.GitlabReport,
      io.productionguardian.rules.evidence.GitleaksReport,
      io.productionguardian.rules.evidence.GrypeReport,
      io.productionguardian.rules.evidence.JunitReport,
      io.productionguardian.rules.evidence.KubernetesManifest,
      io.productionguardian.rules.evidence.NpmAuditReport,
      io.productionguardian.rules.evidence.NunitReport,
      io.productionguardian.rules.evidence.OpenVexDocument,
      io.productionguardian.rules.evidence.OsvReport,
      io.productionguardian.rules.evidence.PipAuditReport,
      io.productionguardian.rules.evidence.PrometheusFile,
      io.productionguardian.rules.evidence.SarifReport,
      io.productionguardian.rules.evidence.SemgrepReport,
      io.productionguardian.rules.evidence.SnykReport,
      io.productionguardian.rules.evidence.SpdxDocument,
      io.productionguardian.rules.evidence.TrivyReport,
      io.productionguardian.rules.evidence.TrxReport,
      io.productionguardian.rules.evidence.YarnAuditReport;
}
