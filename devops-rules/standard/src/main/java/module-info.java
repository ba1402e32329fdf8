/** The rules that come with the library. */
@org.jspecify.annotations.NullMarked
module io.productionguardian.rules.standard {
  requires io.productionguardian.api;

  provides io.productionguardian.rule.Rule with
      io.productionguardian.rules.standard.approval.ImplementationComplete,
      io.productionguardian.rules.standard.approval.ProductionApproval,
      io.productionguardian.rules.standard.approval.QualityApproval,
      io.productionguardian.rules.standard.approval.UnresolvedVeto,
      io.productionguardian.rules.standard.input.ArtifactSchema,
      io.productionguardian.rules.standard.input.CoverageNumber,
      io.productionguardian.rules.standard.input.IterationNumber,
      io.productionguardian.rules.standard.input.IterationsUsedUp,
      io.productionguardian.rules.standard.input.LogDecision,
      io.productionguardian.rules.standard.input.LogOrder,
      io.productionguardian.rules.standard.input.MessageSchema,
      io.productionguardian.rules.standard.input.MisplacedInput,
      io.productionguardian.rules.standard.input.OddInput,
      io.productionguardian.rules.standard.input.OneEpic,
      io.productionguardian.rules.standard.input.OneIteration,
      io.productionguardian.rules.standard.input.ReadableArtifacts,
      io.productionguardian.rules.standard.input.ReadableVetoes,
      io.productionguardian.rules.standard.input.RequiredArtifacts,
      io.productionguardian.rules.standard.input.WellFormedValues,
      io.productionguardian.rules.standard.meaning.ClaimsAgree,
      io.productionguardian.rules.standard.meaning.StrategyKnown,
      io.productionguardian.rules.standard.readiness.AlertsDefined,
      io.productionguardian.rules.standard.readiness.HealthChecks,
      io.productionguardian.rules.standard.readiness.MetricsDefined,
      io.productionguardian.rules.standard.readiness.Monitoring,
      io.productionguardian.rules.standard.readiness.ReadinessAndLiveness,
      io.productionguardian.rules.standard.readiness.ResourcesDefined,
      io.productionguardian.rules.standard.readiness.RollbackPlan,
      io.productionguardian.rules.standard.readiness.RollbackTested,
      io.productionguardian.rules.standard.readiness.RollbackTime,
      io.productionguardian.rules.standard.readiness.RunbookDocumented,
      io.productionguardian.rules.standard.readiness.SecurityScanned,
      io.productionguardian.rules.standard.readiness.StagingValidation,
      io.productionguardian.rules.standard.readiness.Vulnerabilities;
}
