package io.productionguardian.dossier;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.productionguardian.model.Alert;
import io.productionguardian.model.CommandLine;
import io.productionguardian.model.Dashboard;
import io.productionguardian.model.Metric;
import io.productionguardian.model.Probe;
import io.productionguardian.model.Resources;
import io.productionguardian.model.Rollback;
import io.productionguardian.model.RollbackDrill;
import io.productionguardian.model.Runbook;
import io.productionguardian.model.Scaling;
import io.productionguardian.model.Service;
import io.productionguardian.model.Slo;
import io.productionguardian.model.Stage;
import io.productionguardian.model.Strategy;
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
 * @since 0.1.0
 */
public record Operations(
    Optional<Fact<Service>> service,
    Optional<Fact<Strategy>> strategy,
    ImmutableList<Fact<Stage>> stages,
    ImmutableList<Fact<String>> skippedStages,
    Optional<Fact<Resources>> resources,
    Optional<Fact<Scaling>> scaling,
    ImmutableList<Fact<Metric>> metrics,
    ImmutableList<Fact<Dashboard>> dashboards,
    ImmutableList<Fact<Alert>> alerts,
    Optional<Fact<Probe>> readiness,
    Optional<Fact<Probe>> liveness,
    Optional<Fact<Rollback>> rollback,
    Optional<Fact<String>> rollbackTested,
    Optional<Fact<RollbackDrill>> rollbackDrill,
    Optional<Fact<Runbook>> runbook,
    ImmutableList<Fact<CommandLine>> testCommands,
    Optional<Fact<Slo>> slo,
    ImmutableMap<String, Fact<String>> environment,
    ImmutableList<Default> defaults,
    ImmutableList<Remark> malformed,
    ImmutableList<Remark> contradictions) {}
