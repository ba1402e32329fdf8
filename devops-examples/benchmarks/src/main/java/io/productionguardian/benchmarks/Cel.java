package io.productionguardian.benchmarks;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.runtime.Program;
import io.productionguardian.dossier.Dossier;
import io.productionguardian.dossier.Sourced;
import io.productionguardian.model.Monitoring.Alert;
import io.productionguardian.model.Rollback;
import io.productionguardian.model.Runbook;
import io.productionguardian.model.Stage;
import io.productionguardian.model.VetoTrigger;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** The Common Expression Language, which sees maps and lists: the dossier's facts as such. */
final class Cel implements Engine {

  private static final ImmutableMap<VetoTrigger, String> RULES =
      ImmutableMap.of(
          VetoTrigger.NO_HEALTH_CHECKS,
          "!has(d.readiness) && !has(d.liveness)",
          VetoTrigger.NO_ROLLBACK_PLAN,
          "!has(d.rollback) || size(d.rollback.procedure) == 0 || size(d.rollback.triggers) == 0",
          VetoTrigger.NO_MONITORING,
          "size(d.metrics) == 0 && size(d.alerts) == 0",
          VetoTrigger.NO_RUNBOOK,
          """
          !has(d.runbook_file)
            && (!has(d.service)
              || (!has(d.service.owner) && (!has(d.runbook) || size(d.runbook.contacts) == 0))
              || !has(d.rollback) || size(d.rollback.procedure) == 0
              || d.alerts.exists(name,
                !has(d.runbook) || !d.runbook.issues.exists(it, it.alert == name && it.fixed)))
          """,
          VetoTrigger.SECURITY_VULNERABILITIES,
          "has(d.scan) && (d.scan.vulnerabilities > 0 || !d.scan.passed)",
          VetoTrigger.RESOURCES_UNDEFINED,
          "!has(d.resources)",
          VetoTrigger.NO_STAGING_VALIDATION,
          """
          d.skipped.exists(name, name == 'staging')
            || !d.stages.exists(it, it.name.startsWith('staging') && size(it.tests) > 0)
            || d.stages.exists(it, it.name.startsWith('staging')
              && d.stages.exists(p, p.name.startsWith('production') && p.number < it.number))
          """);

  private final Map<VetoTrigger, Program> programs;

  Cel() {
    CelCompiler compiler =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .addVar("d", MapType.create(SimpleType.STRING, SimpleType.DYN))
            .build();
    // the newer of its two runtimes, and the faster one
    CelRuntime runtime = CelRuntimeFactory.plannerRuntimeBuilder().build();
    ImmutableMap.Builder<VetoTrigger, Program> compiled = ImmutableMap.builder();
    RULES.forEach(
        (trigger, rule) -> {
          try {
            compiled.put(trigger, runtime.createProgram(compiler.compile(rule).getAst()));
          } catch (CelValidationException | CelEvaluationException e) {
            throw new IllegalStateException(trigger + ": " + e.getMessage(), e);
          }
        });
    programs = compiled.buildOrThrow();
  }

  @Override
  public Supplier<Set<VetoTrigger>> judging(Dossier dossier) {
    Map<String, Object> variables = ImmutableMap.of("d", facts(dossier));
    return () -> {
      Set<VetoTrigger> found = EnumSet.noneOf(VetoTrigger.class);
      for (Map.Entry<VetoTrigger, Program> rule : programs.entrySet()) {
        try {
          if (rule.getValue().eval(variables).equals(true)) {
            found.add(rule.getKey());
          }
        } catch (CelEvaluationException e) {
          throw new IllegalStateException(e);
        }
      }
      return found;
    };
  }

  private static Map<String, Object> facts(Dossier dossier) {
    ImmutableMap.Builder<String, Object> facts = ImmutableMap.builder();
    dossier.readiness().ifPresent(it -> facts.put("readiness", it.value().endpoint()));
    dossier.liveness().ifPresent(it -> facts.put("liveness", it.value().endpoint()));
    dossier.rollback().map(Sourced::value).map(Cel::facts).ifPresent(it -> facts.put("rollback", it));
    facts.put("metrics", names(dossier.metrics().stream().map(it -> it.value().name()).toList()));
    facts.put(
        "alerts", names(dossier.alerts().stream().map(Sourced::value).map(Alert::name).toList()));
    dossier.runbookFile().ifPresent(it -> facts.put("runbook_file", it.path()));
    dossier
        .service()
        .map(Sourced::value)
        .ifPresent(
            it ->
                facts.put(
                    "service",
                    it.owner()
                        .<Map<String, Object>>map(owner -> ImmutableMap.of("owner", owner))
                        .orElse(ImmutableMap.of())));
    dossier.runbook().map(Sourced::value).map(Cel::facts).ifPresent(it -> facts.put("runbook", it));
    dossier
        .securityScan()
        .map(Sourced::value)
        .ifPresent(
            it ->
                facts.put(
                    "scan",
                    ImmutableMap.of(
                        "vulnerabilities",
                        (long) it.vulnerabilities().orElse(0),
                        "passed",
                        it.passed().orElse(true))));
    dossier.resources().ifPresent(it -> facts.put("resources", it.value().cpu()));
    facts.put(
        "skipped", names(dossier.skippedStages().stream().map(Sourced::value).toList()));
    facts.put("stages", stages(dossier.stages().stream().map(Sourced::value).toList()));
    return facts.buildOrThrow();
  }

  private static Map<String, Object> facts(Rollback rollback) {
    return ImmutableMap.of("procedure", rollback.procedure(), "triggers", rollback.triggers());
  }

  private static Map<String, Object> facts(Runbook runbook) {
    List<Map<String, Object>> issues = new ArrayList<>();
    for (Runbook.Issue issue : runbook.issues()) {
      issues.add(
          ImmutableMap.of(
              "alert", issue.alert().orElse(issue.title()), "fixed", issue.fix().isPresent()));
    }
    return ImmutableMap.of("contacts", runbook.contacts(), "issues", ImmutableList.copyOf(issues));
  }

  private static List<Map<String, Object>> stages(List<Stage> stages) {
    ImmutableList.Builder<Map<String, Object>> facts = ImmutableList.builder();
    for (int i = 0; i < stages.size(); i++) {
      Stage stage = stages.get(i);
      facts.add(ImmutableMap.of("name", stage.name(), "tests", stage.tests(), "number", (long) i));
    }
    return facts.build();
  }

  private static List<String> names(List<String> names) {
    return ImmutableList.copyOf(names);
  }
}
