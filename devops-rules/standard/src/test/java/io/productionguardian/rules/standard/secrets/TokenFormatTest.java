package io.productionguardian.rules.standard.secrets;

import static io.productionguardian.rules.standard.secrets.Fake.capitals;
import static io.productionguardian.rules.standard.secrets.Fake.hex;
import static io.productionguardian.rules.standard.secrets.Fake.letters;
import static io.productionguardian.rules.standard.secrets.Fake.lower;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class TokenFormatTest {

  /** One of each format, the keyword cut in two. */
  static final List<String> TOKENS =
      List.of(
          "AK" + "IA" + capitals(16),
          "AB" + "SK" + letters(120),
          "AI" + "za" + letters(35),
          "GOC" + "SPX-" + letters(28),
          "ya" + "29." + letters(60),
          "Account" + "Key=" + letters(86) + "==",
          "abc8" + "Q" + "~" + letters(34),
          "LT" + "AI" + letters(20),
          "dop" + "_v1_" + hex(64),
          "HR" + "KU-AA" + letters(58),
          "fo" + "1_" + letters(43),
          "da" + "pi" + hex(32),
          "gh" + "s_" + letters(36),
          "github" + "_pat_" + letters(82),
          "gl" + "pat-" + letters(20),
          "GR" + "1348941" + letters(20),
          "np" + "m_" + letters(36),
          "pypi" + "-AgEIcHlwaS5vcmc" + letters(60),
          "ruby" + "gems_" + hex(48),
          "oy" + "2" + lower(43),
          "dckr" + "_pat_" + letters(27),
          "AK" + "Cp" + letters(69),
          "AT" + "ATT3" + letters(186),
          letters(14) + ".atlas" + "v1." + letters(64),
          "hv" + "s." + letters(24),
          "pu" + "l-" + hex(40),
          "dp" + ".pt." + letters(43),
          "sk-" + "proj-" + letters(120),
          "sk-" + letters(20) + "T3Blbk" + "FJ" + letters(20),
          "sk-" + "ant-api03-" + letters(95),
          "h" + "f_" + letters(34),
          "pp" + "lx-" + letters(48),
          "xo" + "xb-" + letters(50),
          "xa" + "pp-1-" + capitals(10) + "-1234509876-" + hex(64),
          "https://hooks." + "slack.com/services/" + letters(44),
          "https://discord" + ".com/api/webhooks/123450987612345098/" + letters(68),
          "S" + "G." + letters(22) + "." + letters(43),
          "S" + "K" + hex(32),
          hex(32) + "-u" + "s12",
          "sk" + "_live_" + letters(24),
          "wh" + "sec_" + letters(32),
          "sq0" + "atp-" + letters(22),
          "shp" + "at_" + hex(32),
          "gl" + "sa_" + letters(32) + "_" + hex(8),
          "gl" + "c_" + letters(80),
          "NR" + "AK-" + capitals(27),
          "snt" + "ryu_" + hex(64),
          "dt0" + "c01." + capitals(24) + "." + capitals(64),
          "lin" + "_api_" + letters(40),
          "nt" + "n_" + letters(46),
          "PM" + "AK-" + hex(24) + "-" + hex(34),
          "AGE-SECRET" + "-KEY-1" + capitals(58),
          "ey" + "J" + letters(20) + ".ey" + "J" + letters(30) + "." + letters(43),
          "Bea" + "rer " + letters(40));

  @ParameterizedTest
  @FieldSource("TOKENS")
  void isKnown(String token) {
    assertThat(found("curl -H \"X: " + token + "\" https://api\n")).hasSize(1);
  }

  @Test
  void eachFormatHasItsToken() {
    assertThat(KnownTokens.ALL)
        .allSatisfy(
            format ->
                assertThat(TOKENS.stream().flatMap(format::in)).as(format.toString()).isNotEmpty());
  }

  @ParameterizedTest
  @FieldSource("TOKENS")
  void isNoneWithinALongerWord(String token) {
    assertThat(found("x" + token)).as("of the form itself").noneMatch(c -> c.start() == 1);
  }

  @Test
  void whatManualsHaveIsNone() {
    assertThat(found("AK" + "IAIOSFODNN7EXAMPLE")).isEmpty();
    assertThat(found("gh" + "p_" + "x".repeat(36))).as("a mask").isEmpty();
    assertThat(
            found(
                "ey"
                    + "JhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0."
                    + letters(43)))
        .as("that of jwt.io")
        .isEmpty();
    assertThat(found("Authorization: Bearer <token>, Bearer ${API_TOKEN}, Basic authentication"))
        .isEmpty();
    assertThat(found("sha256:" + hex(64) + " task-us12 skill SKILL hf_hub npm_config_cache pul-"))
        .isEmpty();
  }

  private static List<Credential> found(String text) {
    return KnownTokens.ALL.stream().flatMap(format -> format.in(text)).distinct().toList();
  }

  /** As the manuals of Supabase have it. */
  @Test
  void base64OfAnExampleIsNoToken() {
    String example = "VGhpcyBpcyBhbiBleGFtcGxlIG9mIGEgc2hvcnRlciBCYXNlNjQgc3RyaW5n";
    String placeholder = "WW91ciB3ZWJob29rIHNlY3JldCBnb2VzIGhlcmUgMTIz";

    assertThat(KnownTokens.in(text("# A: \"v1,wh" + "sec_" + example + "\""))).isEmpty();
    assertThat(KnownTokens.in(text("# A: wh" + "sec_" + placeholder))).isEmpty();
    assertThat(KnownTokens.in(text("# A: wh" + "sec_" + letters(44)))).hasSize(1);
  }

  private static SourceText text(String text) {
    return new SourceText("compose.yaml", text, List.of(), true);
  }
}
