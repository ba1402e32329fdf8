package io.productionguardian.rules.standard.approval;

import com.google.common.collect.ImmutableSet;
import io.productionguardian.document.Node;
import io.productionguardian.dossier.Dossier;
import io.productionguardian.model.Placeholder;
import io.productionguardian.model.Severity;
import io.productionguardian.rule.Remedy;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Violation;
import io.productionguardian.rules.standard.Owners;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The developer reports every task done and no blocker open. */
public final class ImplementationComplete implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of("implementation-complete", Severity.BLOCK, RuleInfo.Concern.APPROVAL)
          .summary("The developer reports every task done and no blocker open.")
          .impact("What is released is not what was planned and reviewed")
          .requirement("blockers is empty, and every task of implementation.json is complete")
          .suggestion(
              "Finish or take out the named task, and let the developer and quality "
                  + "report again")
          .action("complete_implementation")
          .example(
              """
              "tasks_completed": [{"task_id": "T1.2", "status": "in_progress"}],
              "blockers": ["the database has no index"]
              """,
              """
              "tasks_completed": [{"task_id": "T1.2", "status": "complete"}],
              "blockers": []
              """)
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Dossier dossier, Settings settings) {
    List<Violation> found = new ArrayList<>();
    dossier
        .root("implementation")
        .ifPresent(
            root -> {
              root.get("blockers")
                  .map(Node::items)
                  .orElse(List.of())
                  .forEach(
                      node ->
                          found.add(
                              Violation.at(node.place(), "An open blocker")
                                  .remedy(ask("Settle the blocker"))));
              root.get("tasks_completed")
                  .or(() -> root.get("tasks"))
                  .map(Node::items)
                  .orElse(List.of())
                  .forEach(task -> task(task, found));
              root.get("summary").ifPresent(summary -> summary(summary, found));
            });
    return found;
  }

  private static final ImmutableSet<String> DONE =
      ImmutableSet.of("complete", "completed", "done", "approved", "merged", "verified");

  private static void task(Node task, List<Violation> found) {
    task.get("status")
        .filter(status -> !isDone(status))
        .ifPresent(
            status ->
                found.add(
                    Violation.at(status.place(), "A task is not complete")
                        .remedy(ask("Finish the task"))));
    failing(task)
        .ifPresent(
            tests ->
                found.add(
                    Violation.at(
                            tests.place(),
                            "Tests of a task fail: %s is %s"
                                .formatted(tests.name(), tests.scalar().orElse("not a number")))
                        .remedy(ask("Make the tests pass"))));
  }

  /** Fewer tests pass than there are, or some fail. */
  private static Optional<Node> failing(Node task) {
    Optional<Node> results = task.get("test_results").or(() -> task.get("tests"));
    Optional<Node> failed =
        results
            .flatMap(
                it -> first(it, "failed", "tests_failed", "tests_failing", "failing", "failures"))
            .filter(node -> node.number().filter(number -> number.signum() > 0).isPresent());
    Optional<Node> passing =
        results.flatMap(it -> first(it, "tests_passing", "tests_passed", "passing", "passed"));
    Optional<BigDecimal> total =
        results
            .flatMap(
                it ->
                    first(
                        it, "tests_total", "total", "tests_written", "tests_run", "tests", "count"))
            .flatMap(Node::number);
    return failed.or(
        () ->
            passing.filter(
                node ->
                    total.isPresent()
                        && node.number().filter(it -> it.compareTo(total.get()) < 0).isPresent()));
  }

  private static Optional<Node> first(Node in, String... members) {
    return Stream.of(members).flatMap(member -> in.get(member).stream()).findFirst();
  }

  private static void summary(Node summary, List<Violation> found) {
    Optional<Integer> done = summary.get("tasks_completed").flatMap(Node::integer);
    Optional<Integer> total = summary.get("tasks_total").flatMap(Node::integer);
    boolean leftOpen =
        summary.get("tasks_completed").flatMap(Node::text).filter(Placeholder::is).isPresent();
    if (total.isPresent()
        && (leftOpen || done.filter(number -> number < total.get()).isPresent())) {
      found.add(
          Violation.at(
                  summary.place("tasks_completed"),
                  done.map(String::valueOf).orElse("An unknown number")
                      + " of "
                      + total.get()
                      + " tasks are complete")
              .remedy(ask("Finish the tasks that are left")));
    } else {
      summary
          .get("status")
          .filter(status -> !isDone(status))
          .ifPresent(
              status ->
                  found.add(
                      Violation.at(status.place(), "The implementation is not complete")
                          .remedy(ask("Finish the implementation"))));
    }
  }

  private static Remedy ask(String what) {
    return Remedy.ask(
        Owners.DEVELOPER,
        what + ", report it in implementation.json, and let quality review it again");
  }

  private static boolean isDone(Node status) {
    return status
        .scalar()
        .filter(word -> DONE.contains(word.strip().toLowerCase(Locale.ROOT)))
        .isPresent();
  }
}
