package io.productionguardian.rules.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.productionguardian.dossier.Reported.TestRun;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JunitReportTest {

  private static List<TestRun> runs(String xml) {
    return Shown.of(TestRun.class, Shown.text("junit.xml", xml));
  }

  private static String brief(TestRun run) {
    return "%s %d/%d/%d %s at %d:%d"
        .formatted(
            run.name(),
            run.tests(),
            run.failures(),
            run.skipped(),
            run.passed() ? "passed" : "failed",
            run.place().line(),
            run.place().column());
  }

  @Test
  void errorsAreFailures() {
    assertThat(
            Shown.of(TestRun.class, Shown.fixture("TEST-com.acme.relay.RelayTest.xml")).stream()
                .map(JunitReportTest::brief))
        .containsExactly("com.acme.relay.RelayTest 4/2/1 failed at 2:1");
  }

  @Test
  void eachSuiteWithTestsIsARun() {
    assertThat(
            Shown.of(TestRun.class, Shown.fixture("junit.xml")).stream()
                .map(JunitReportTest::brief))
        .containsExactly(
            "pytest 3/0/1 passed at 3:3",
            "jest 2/1/0 failed at 10:3",
            "inner 1/0/0 passed at 11:5");
  }

  /** The counts that are stated, and those of the test cases there are. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tests='40' failures='0' | <testcase/> | 1/0/0",
        "tests='40' failures='0' | '' | 0/0/0",
        "tests='1' | <testcase/><testcase/> | 2/0/0",
        "tests='2' failures='1' | <testcase/><testcase/> | 2/1/0",
        "tests='1' failures='0' | <testcase><failure/></testcase> | 1/1/0",
        "failures='1' errors='1' | <testcase/> | 1/2/0",
        "skipped='0' | <testcase><skipped/></testcase> | 1/0/1",
        "disabled='1' | <testcase/> | 1/0/1",
        "skipped='0' | <testcase status='notrun'/> | 1/0/1",
        "failures='999999999' errors='999999999' | <testcase/> | 1/1999999998/0",
        "tests='many' failures='-1' skipped='99999999999' | <testcase/> | 1/0/0",
        "'' | <testcase><failure/><error/></testcase> | 1/1/0",
        "'' | <testcase><system-out>failure</system-out></testcase> | 1/0/0",
      })
  void theWorseOfCountsAndTestCasesCounts(String attributes, String cases, String counts) {
    assertThat(runs("<testsuite name='s' %s>%s</testsuite>".formatted(attributes, cases)))
        .singleElement()
        .satisfies(
            run ->
                assertThat(run.tests() + "/" + run.failures() + "/" + run.skipped())
                    .isEqualTo(counts));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<testsuites/>",
        "<project name='testsuite'/>",
        "<testsuites><suite/></testsuites>",
        "<!DOCTYPE testsuite><testsuite/>"
      })
  void otherXmlIsNoTestRun(String xml) {
    assertThat(runs(xml)).isEmpty();
  }
}
