package io.productionguardian.dossier;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.productionguardian.dossier.Sourced.AppliedDefault;
import io.productionguardian.dossier.Sourced.Note;
import io.productionguardian.model.CommandLine;
import io.productionguardian.model.Monitoring.Alert;
import io.productionguardian.model.Monitoring.Dashboard;
import io.productionguardian.model.Monitoring.Metric;
import io.productionguardian.model.Monitoring.Slo;
import io.productionguardian.model.Rollback;
import io.productionguardian.model.Rollback.RollbackDrill;
import io.productionguardian.model.Runbook;
import io.productionguardian.model.Service;
import io.productionguardian.model.Service.Probe;
import io.productionguardian.model.Service.Resources;
import io.productionguardian.model.Service.Scaling;
import io.productionguardian.model.Stage;
import io.productionguardian.model.Strategy;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the service is to be run, from the operational sections of {@code implementation.json},
 * {@code plan.json} and a draft {@code deployment.json}; of each section the first of the three
 * that has it.
 *
 * @param service what is deployed
 * @param strategy how it comes into production
 * @param stages the way there, in order
 * @param skippedStages stages that a file says are left out
 * @param resources what a replica may use; absent unless CPU and memory are both stated
 * @param scaling bounds of the number of replicas
 * @param metrics what the service exports
 * @param dashboards what shows it
 * @param alerts what tells of a fault; only those with a name and a condition
 * @param readiness the readiness probe
 * @param liveness the liveness probe
 * @param rollback how to go back
 * @param rollbackTested an agent's word that going back was tried
 * @param rollbackDrill the record of a rollback that was tried
 * @param runbook material for the runbook
 * @param testCommands what tests the service before it is deployed
 * @param slo the service level objective
 * @param environment the service's variables by name
 * @param defaults what no file states and is used all the same
 * @param malformed values that mean nothing where they stand, and count as absent
 * @param contradictions places where a later file says something else than an earlier one
 */
record Operations(
    Optional<Sourced<Service>> service,
    Optional<Sourced<Strategy>> strategy,
    List<Sourced<Stage>> stages,
    List<Sourced<String>> skippedStages,
    Optional<Sourced<Resources>> resources,
    Optional<Sourced<Scaling>> scaling,
    List<Sourced<Metric>> metrics,
    List<Sourced<Dashboard>> dashboards,
    List<Sourced<Alert>> alerts,
    Optional<Sourced<Probe>> readiness,
    Optional<Sourced<Probe>> liveness,
    Optional<Sourced<Rollback>> rollback,
    Optional<Sourced<String>> rollbackTested,
    Optional<Sourced<RollbackDrill>> rollbackDrill,
    Optional<Sourced<Runbook>> runbook,
    List<Sourced<CommandLine>> testCommands,
    Optional<Sourced<Slo>> slo,
    Map<String, Sourced<String>> environment,
    List<AppliedDefault> defaults,
    List<Note> malformed,
    List<Note> contradictions) {

  Operations {
    stages = ImmutableList.copyOf(stages);
    skippedStages = ImmutableList.copyOf(skippedStages);
    metrics = ImmutableList.copyOf(metrics);
    dashboards = ImmutableList.copyOf(dashboards);
    alerts = ImmutableList.copyOf(alerts);
    testCommands = ImmutableList.copyOf(testCommands);
    environment = ImmutableMap.copyOf(environment);
    defaults = ImmutableList.copyOf(defaults);
    malformed = ImmutableList.copyOf(malformed);
    contradictions = ImmutableList.copyOf(contradictions);
  }
}
