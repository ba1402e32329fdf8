package io.productionguardian.cli;

import io.productionguardian.Guardian;
import io.productionguardian.policy.Policy;
import io.productionguardian.rule.RuleInfo;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Tells all of one rule. */
@Command(
    name = "explain",
    description = {"Tells what a rule asks, why, how to fix it and what a policy may set.", ""},
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:the rule is explained", "2:could not run; also: there is no such rule"})
final class ExplainCommand implements Callable<Integer> {

  private final Shell shell;

  @Parameters(paramLabel = "RULE", description = "A rule's id, such as rollback-time.")
  private String id = "";

  @Mixin private PolicyOption policy = new PolicyOption();

  @Mixin private ColourOption colour = new ColourOption();

  ExplainCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    Policy judge = policy.read();
    Guardian guardian = PolicyOption.guardian(judge);
    RuleInfo rule =
        guardian
            .explain(id)
            .filter(known -> judge.rule(id).offReason().isEmpty())
            .orElseThrow(() -> noSuchRule(judge, guardian.rules()));
    TextPage page = colour.page(shell);
    new RulePart(rule, judge.rule(id)).on(page);
    shell.print(page.toString());
    return ExitStatus.APPROVE;
  }

  private Mistake noSuchRule(Policy judge, List<RuleInfo> rules) {
    if (judge.rule(id).offReason().isPresent()) {
      return new Mistake(
          "the policy turns rule \""
              + id
              + "\" off ("
              + judge.rule(id).offReason().get()
              + "); leave out --policy to have it explained");
    }
    List<String> near = Nearest.to(id, rules.stream().map(RuleInfo::id).toList());
    return new Mistake(
        "there is no rule \""
            + id
            + "\"; "
            + (near.isEmpty() ? "" : "did you mean " + String.join(" or ", near) + "? ")
            + "guardian rules lists all");
  }
}
