package io.productionguardian.render.yaml;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.productionguardian.document.Node;
import io.productionguardian.dossier.Dossier;
import io.productionguardian.model.CommandLine;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the plan's stages want of every change.
 *
 * @param coverage the highest share of the code that tests must run, percent
 * @param others gates in words, most of them a command without its files
 */
record CiGates(Optional<BigDecimal> coverage, Set<String> others) {

  CiGates {
    others = ImmutableSet.copyOf(others);
  }

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  static CiGates of(Dossier dossier) {
    List<Node> gates =
        dossier.root("plan").flatMap(plan -> plan.get("stages")).stream()
            .flatMap(stages -> stages.items().stream())
            .flatMap(stage -> stage.get("ci_gates").stream())
            .toList();
    return new CiGates(
        gates.stream()
            .flatMap(gate -> gate.get("test_coverage").flatMap(Node::number).stream())
            .filter(share -> share.signum() > 0)
            .map(CiGates::percent)
            .filter(share -> share.compareTo(HUNDRED) <= 0)
            .max(Comparator.naturalOrder()),
        gates.stream()
            .flatMap(gate -> gate.members().values().stream())
            .flatMap(gate -> gate.text().stream())
            .filter(gate -> !gate.isBlank())
            .collect(ImmutableSet.toImmutableSet()));
  }

  /** The step that measures coverage, where the commands leave what it measures. */
  Optional<Step> step(List<CommandLine> commands) {
    return coverage
        .filter(share -> commands.stream().anyMatch(CiGates::measures))
        .map(
            share ->
                Step.of("Coverage of at least " + share.toPlainString() + " %", Script.COVERAGE)
                    .with("LEAST_COVERAGE", share));
  }

  /** What the workflow does not hold, in words. */
  List<String> notHeld(List<CommandLine> commands) {
    ImmutableList.Builder<String> words = ImmutableList.builder();
    coverage
        .filter(share -> step(commands).isEmpty())
        .ifPresent(share -> words.add("coverage of " + share.toPlainString() + " %"));
    return words.addAll(others.stream().filter(gate -> !isRun(gate, commands)).iterator()).build();
  }

  /** Whether the gate's program is among the commands. */
  private static boolean isRun(String gate, List<CommandLine> commands) {
    return CommandLine.parse(gate)
        .map(wanted -> wanted.words().get(0))
        .filter(program -> commands.stream().anyMatch(it -> it.words().contains(program)))
        .isPresent();
  }

  /** Whether pytest's plug-in leaves a file that {@code coverage report} reads. */
  private static boolean measures(CommandLine command) {
    return command.words().stream()
        .anyMatch(word -> word.equals("--cov") || word.startsWith("--cov="));
  }

  /** A number up to 1 is a fraction. */
  private static BigDecimal percent(BigDecimal share) {
    BigDecimal percent = share.compareTo(BigDecimal.ONE) <= 0 ? share.multiply(HUNDRED) : share;
    return new BigDecimal(percent.stripTrailingZeros().toPlainString());
  }
}
