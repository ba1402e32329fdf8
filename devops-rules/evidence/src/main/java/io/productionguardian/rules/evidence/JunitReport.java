package io.productionguardian.rules.evidence;

import com.google.common.collect.ImmutableSet;
import io.productionguardian.document.Document;
import io.productionguardian.document.Node;
import io.productionguardian.dossier.Evidence;
import io.productionguardian.dossier.EvidenceSource;
import io.productionguardian.dossier.Reported.TestRun;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * JUnit XML as build tools write it. A suite's counts are believed no further than its test cases
 * bear them out: a count without the cases is soon written.
 */
public final class JunitReport implements EvidenceSource {

  private static final ImmutableSet<String> NOT_RUN =
      ImmutableSet.of("notrun", "disabled", "skipped");

  /** Creates the source. */
  public JunitReport() {}

  @Override
  public List<Evidence> read(Document document) {
    return document.root().filter(JunitReport::isReport).stream()
        .flatMap(JunitReport::runs)
        .toList();
  }

  private static boolean isReport(Node root) {
    return XmlElements.is(root, "testsuites") || XmlElements.is(root, "testsuite");
  }

  private static Stream<Evidence> runs(Node element) {
    List<Node> suites = XmlElements.children(element, "testsuite").toList();
    boolean leaf = XmlElements.is(element, "testsuite") && suites.isEmpty();
    Stream<Evidence> own =
        leaf
            ? Stream.of(run(element, true))
            : XmlElements.children(element, "testcase").findAny().stream()
                .map(some -> run(element, false));
    return Stream.concat(own, suites.stream().flatMap(JunitReport::runs));
  }

  /**
   * The worse of what is counted and what is there.
   *
   * @param leaf whether the counts are of its own test cases and not also of suites within it
   */
  private static Evidence run(Node suite, boolean leaf) {
    int cases = count(suite, testCase -> true);
    int failed = count(suite, testCase -> has(testCase, "failure") || has(testCase, "error"));
    int skipped = count(suite, JunitReport::isSkipped);
    String name = ReportMembers.text(suite, "attributes", "name");
    return leaf
        ? new TestRun(
            suite,
            name,
            cases,
            Math.max(
                saturated(stated(suite, "failures").orElse(0), stated(suite, "errors").orElse(0)),
                failed),
            Math.max(
                saturated(stated(suite, "skipped").orElse(0), stated(suite, "disabled").orElse(0)),
                skipped))
        : new TestRun(suite, name, cases, failed, skipped);
  }

  private static int count(Node suite, Predicate<Node> kind) {
    return (int) XmlElements.children(suite, "testcase").filter(kind).count();
  }

  private static boolean has(Node testCase, String child) {
    return XmlElements.children(testCase, child).findAny().isPresent();
  }

  private static boolean isSkipped(Node testCase) {
    return has(testCase, "skipped")
        || NOT_RUN.contains(ReportMembers.text(testCase, "attributes", "status"));
  }

  private static Optional<Integer> stated(Node suite, String attribute) {
    return ReportMembers.word(suite, "attributes", attribute)
        .filter(count -> count.matches("[0-9]{1,9}"))
        .map(Integer::valueOf);
  }

  private static int saturated(int a, int b) {
    return (int) Math.min((long) a + b, Integer.MAX_VALUE);
  }
}
