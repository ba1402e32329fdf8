package io.productionguardian.rules.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.productionguardian.dossier.Reported.Vulnerability.Level;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CvssVectorTest {

  /** Scores that the NVD and the specification's examples give. */
  @ParameterizedTest
  @CsvSource({
    "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H, 10.0", // CVE-2021-44228
    "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H, 9.8",
    "CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N, 7.5", // CVE-2014-0160
    "CVSS:3.0/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N, 6.1", // CVE-2013-1937
    "CVSS:3.0/AV:N/AC:L/PR:L/UI:N/S:C/C:L/I:L/A:N, 6.4", // CVE-2013-0375
    "CVSS:3.0/AV:N/AC:H/PR:N/UI:R/S:U/C:L/I:N/A:N, 3.1", // CVE-2014-3566
    "CVSS:3.0/AV:N/AC:L/PR:L/UI:N/S:C/C:H/I:H/A:H, 9.9", // CVE-2012-1516
    "CVSS:3.0/AV:L/AC:L/PR:H/UI:N/S:U/C:L/I:L/A:L, 4.2", // CVE-2012-0384's kin
    "CVSS:3.1/AV:P/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H, 6.8",
    "CVSS:3.1/AV:A/AC:L/PR:N/UI:N/S:C/C:H/I:N/A:H, 9.3",
    "CVSS:3.1/AV:L/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:H, 7.8",
    "CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:H/A:H, 8.1",
    "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:N, 0.0",
    "CVSS:3.1/AV:N/AC:L/PR:H/UI:N/S:U/C:H/I:H/A:H/E:P/RL:O, 7.2",
    "CVSS:3.1/S:U/C:H/I:H/A:H/UI:N/PR:N/AC:L/AV:N, 9.8",
  })
  void aVectorHasABaseScore(String vector, String score) {
    assertThat(CvssVector.score(vector)).hasToString("Optional[" + score + "]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "CVSS:3.1",
        "CVSS:3.1/",
        "AV:N/AC:L/Au:N/C:P/I:P/A:P",
        "CVSS:2.0/AV:N/AC:L/Au:N/C:P/I:P/A:P",
        "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N",
        "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H",
        "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/C:H/I:H/A:H",
        "CVSS:3.1/AV:X/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
        "CVSS:3.1/AV:N/AV:L/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
        "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/",
      })
  void whatIsNoWholeVectorOfVersion3HasNone(String vector) {
    assertThat(CvssVector.score(vector)).isEmpty();
    assertThat(Levels.of(vector)).isEqualTo(Level.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource({
    "9.0, CRITICAL",
    "8.9, HIGH",
    "7, HIGH",
    "6.9, MEDIUM",
    "0.1, LOW",
    "0.0, NEGLIGIBLE",
    "10, CRITICAL",
    "10.1, UNKNOWN",
    "-1, UNKNOWN",
    "1e1, UNKNOWN",
    "999999999999999999, UNKNOWN",
    "' High ', HIGH",
    "MODERATE, MEDIUM",
    "whatever, UNKNOWN",
  })
  void wordsAndScoresHaveALevel(String text, Level level) {
    assertThat(Levels.of(text)).isEqualTo(level);
  }

  @Test
  void theGravestOfSeveralCounts() {
    assertThat(Levels.mostSevere(Stream.of(Level.UNKNOWN, Level.LOW, Level.HIGH)))
        .isEqualTo(Level.HIGH);
    assertThat(Levels.mostSevere(Stream.of(Level.UNKNOWN))).isEqualTo(Level.UNKNOWN);
    assertThat(Levels.mostSevere(Stream.of())).isEqualTo(Level.UNKNOWN);
  }
}
