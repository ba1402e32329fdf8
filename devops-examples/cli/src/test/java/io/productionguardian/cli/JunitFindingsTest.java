package io.productionguardian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.productionguardian.Assessment;
import io.productionguardian.document.SourceLocation;
import io.productionguardian.model.Agent;
import io.productionguardian.model.Severity;
import io.productionguardian.policy.Policy;
import io.productionguardian.rule.AppliesBy;
import io.productionguardian.rule.Remedy;
import io.productionguardian.rule.Template;
import io.productionguardian.rule.Violation;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class JunitFindingsTest {

  private static final SourceLocation PLACE =
      SourceLocation.at("consensus/artifacts/plan.json", 3, 7);

  private static Element suite(Assessment assessment) {
    return Junit.suite(new JunitFindings(assessment).write());
  }

  @Test
  void ruleThatFindsNothingPasses() {
    Element suite = suite(Judged.by(Severity.BLOCK));

    assertThat(suite.getAttribute("name")).isEqualTo("production-guardian.epic_25");
    assertThat(suite.getAttribute("tests")).isEqualTo("1");
    assertThat(suite.getAttribute("failures")).isEqualTo("0");
    assertThat(suite.getAttribute("skipped")).isEqualTo("0");
    assertThat(suite.getAttribute("timestamp")).isEqualTo("2026-11-20T10:00:00Z");
    Element testCase = Junit.elements(suite, "testcase").get(0);
    assertThat(testCase.getAttribute("name")).isEqualTo("some-rule");
    assertThat(testCase.getAttribute("classname")).isEqualTo("epic_25.custom");
    assertThat(testCase.hasChildNodes()).isFalse();
  }

  @Test
  void ruleThatBlocksFailsOnceWithAllItFound() {
    Element suite =
        suite(
            Judged.by(
                Severity.BLOCK,
                Violation.at(PLACE, "one")
                    .remedy(
                        Remedy.add(AppliesBy.MACHINE, "f.json", "/a", Template.json("{\n  1\n}"))),
                Violation.at(PLACE, "two")
                    .remedy(Remedy.line(AppliesBy.PERSON, PLACE, Template.text(""))),
                Violation.at(PLACE, "three")
                    .remedy(Remedy.ask(AppliesBy.agent(Agent.QUALITY), "Review it"))));

    assertThat(suite.getAttribute("failures")).isEqualTo("1");
    assertThat(Junit.elements(suite, "failure")).hasSize(1);
    Element failure = Junit.elements(suite, "failure").get(0);
    assertThat(failure.getAttribute("message")).isEqualTo("one (and 2 more)");
    assertThat(failure.getAttribute("type")).isEqualTo("block");
    assertThat(failure.getTextContent())
        .isEqualTo(
            """
            consensus/artifacts/plan.json:3:7: one
              any program: add_member f.json /a
                {
                  1
                }
            consensus/artifacts/plan.json:3:7: three
              the agent quality: Review it
            consensus/artifacts/plan.json:3:7: two
              a person: replace_line consensus/artifacts/plan.json:3
            Why: why
            Required: wanted
            To fix it: Fix it
            """);
  }

  @Test
  void warningIsSaidAndPasses() {
    Element suite = suite(Judged.by(Severity.WARN, Violation.at(PLACE, "odd")));

    assertThat(suite.getAttribute("failures")).isEqualTo("0");
    assertThat(Junit.elements(suite, "system-out").get(0).getTextContent())
        .isEqualTo("warn: consensus/artifacts/plan.json:3:7: odd\n");
  }

  @Test
  void waivedFindingIsSkipped() {
    Policy policy = Judged.waiving("it is known");

    Element suite = suite(Judged.by(policy, Severity.BLOCK, Violation.at(PLACE, "odd")));

    assertThat(suite.getAttribute("failures")).isEqualTo("0");
    assertThat(suite.getAttribute("skipped")).isEqualTo("1");
    assertThat(Junit.elements(suite, "skipped").get(0).getAttribute("message"))
        .isEqualTo("waived: odd (it is known; Ada answers for it until 2026-12-31)");
  }
}
