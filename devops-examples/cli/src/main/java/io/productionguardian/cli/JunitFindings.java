package io.productionguardian.cli;

import io.productionguardian.Assessment;
import io.productionguardian.Assessment.WaivedFinding;
import io.productionguardian.model.EpicLayout;
import io.productionguardian.rule.Finding;
import io.productionguardian.rule.Remedy;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.Template;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A decision as the results of tests, in JUnit's XML as Jenkins reads it: each rule is a test case,
 * which fails when the rule blocks and is skipped when its findings are waived.
 */
record JunitFindings(Assessment assessment) {

  private static final String NO_TIME = "0"; // the same decision gives the same bytes

  String write() {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      newLine(xml);
      xml.writeComment(" " + EpicLayout.GENERATOR_MARK + " ");
      newLine(xml);
      suite(xml);
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e); // a text in memory takes all that is written
    }
    return text.append('\n').toString();
  }

  private void suite(XMLStreamWriter xml) throws XMLStreamException {
    List<RuleInfo> rules = assessment.checks();
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", EpicLayout.GENERATOR + "." + assessment.epic().value());
    xml.writeAttribute("tests", "" + rules.size());
    xml.writeAttribute("failures", "" + assessment.blockingRules().size());
    xml.writeAttribute("errors", "0");
    xml.writeAttribute("skipped", "" + rules.stream().filter(this::isSkipped).count());
    xml.writeAttribute("time", NO_TIME);
    xml.writeAttribute(
        "timestamp", assessment.timestamp().toInstant(assessment.policy().zone()).toString());
    newLine(xml);
    xml.writeStartElement("properties");
    newLine(xml);
    property(xml, "decision", assessment.decision().wireName());
    property(xml, "iteration", "" + assessment.iteration());
    property(xml, "profile", assessment.policy().profile().wireName());
    property(xml, "inputs_sha256", assessment.dossier().inputs().sha256());
    property(xml, "policy_sha256", assessment.policy().sha256());
    property(xml, "rules_sha256", assessment.rulesSha256());
    xml.writeEndElement();
    newLine(xml);
    for (RuleInfo rule : rules) {
      testCase(xml, rule);
    }
    xml.writeEndElement();
  }

  private static void property(XMLStreamWriter xml, String name, String value)
      throws XMLStreamException {
    xml.writeEmptyElement("property");
    xml.writeAttribute("name", name);
    xml.writeAttribute("value", value);
    newLine(xml);
  }

  private void testCase(XMLStreamWriter xml, RuleInfo rule) throws XMLStreamException {
    xml.writeStartElement("testcase");
    xml.writeAttribute("name", rule.id());
    xml.writeAttribute(
        "classname",
        assessment.epic().value() + "." + rule.concern().name().toLowerCase(Locale.ROOT));
    xml.writeAttribute("time", NO_TIME);
    List<Finding> blocking = findings(rule, true);
    if (!blocking.isEmpty()) {
      failure(xml, blocking);
    } else if (isSkipped(rule)) {
      xml.writeEmptyElement("skipped");
      xml.writeAttribute("message", clean(waivers(rule)));
    }
    List<Finding> others = findings(rule, false);
    if (!others.isEmpty()) {
      xml.writeStartElement("system-out");
      xml.writeCharacters(
          others.stream()
              .map(finding -> finding.severity().wireName() + ": " + line(finding) + "\n")
              .collect(Collectors.joining()));
      xml.writeEndElement();
    }
    xml.writeEndElement();
    newLine(xml);
  }

  private static void failure(XMLStreamWriter xml, List<Finding> findings)
      throws XMLStreamException {
    Finding first = findings.get(0);
    String more = findings.size() > 1 ? " (and " + (findings.size() - 1) + " more)" : "";
    xml.writeStartElement("failure");
    xml.writeAttribute("message", clean(first.violation() + more));
    xml.writeAttribute("type", first.severity().wireName());
    StringBuilder body = new StringBuilder();
    for (Finding finding : findings) {
      body.append(line(finding)).append('\n');
      finding.remedy().ifPresent(remedy -> body.append(remedy(remedy)));
    }
    body.append("Why: ").append(clean(first.rule().impact())).append('\n');
    body.append("Required: ").append(clean(first.rule().requirement())).append('\n');
    body.append("To fix it: ").append(clean(first.rule().suggestion())).append('\n');
    xml.writeCharacters(body.toString());
    xml.writeEndElement();
  }

  private static String remedy(Remedy remedy) {
    if (remedy instanceof Remedy.Ask ask) {
      return "  %s: %s\n".formatted(ask.appliesBy().words(), clean(ask.what()));
    }
    Remedy.Edit edit = (Remedy.Edit) remedy;
    Object where = edit.members().get("pointer");
    Object line = edit.members().get("line");
    return "  %s: %s %s%s\n%s"
        .formatted(
            edit.appliesBy().words(),
            edit.kind().wireName(),
            clean(edit.file()),
            where != null ? " " + clean(where.toString()) : line != null ? ":" + line : "",
            edit.content()
                .map(Template::text)
                .orElse("")
                .lines()
                .map(text -> "    " + clean(text) + "\n")
                .collect(Collectors.joining()));
  }

  private boolean isSkipped(RuleInfo rule) {
    return findings(rule, true).isEmpty()
        && assessment.waived().stream().anyMatch(it -> isOf(it.finding(), rule));
  }

  private String waivers(RuleInfo rule) {
    return assessment.waived().stream()
        .filter(it -> isOf(it.finding(), rule))
        .map(JunitFindings::waiver)
        .collect(Collectors.joining("; "));
  }

  private static String waiver(WaivedFinding waived) {
    return "waived: %s (%s; %s answers for it until %s)"
        .formatted(
            waived.finding().violation(),
            waived.waiver().reason(),
            waived.waiver().owner(),
            waived.waiver().expires());
  }

  private List<Finding> findings(RuleInfo rule, boolean blocking) {
    return assessment.findings().stream()
        .filter(finding -> finding.blocking() == blocking && isOf(finding, rule))
        .toList();
  }

  private static boolean isOf(Finding finding, RuleInfo rule) {
    return finding.rule().id().equals(rule.id());
  }

  private static String line(Finding finding) {
    return clean(finding.place() + ": " + finding.violation());
  }

  /** One line of characters that XML can hold. */
  static String clean(String text) {
    // beside what is made visible, XML cannot hold these two
    return SafeText.of(text).replace('\ufffe', '\ufffd').replace('\uffff', '\ufffd');
  }

  private static void newLine(XMLStreamWriter xml) throws XMLStreamException {
    xml.writeCharacters("\n");
  }
}
