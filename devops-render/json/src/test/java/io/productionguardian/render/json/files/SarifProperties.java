package io.productionguardian.render.json.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.productionguardian.document.Node;
import io.productionguardian.document.SourceLocation;
import io.productionguardian.model.Severity;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.Violation;
import io.productionguardian.text.OneLine;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;

/** Whatever agents write is data: it comes back as it was, and adds no member. */
class SarifProperties {

  private static final Example EXAMPLE = Example.of("epic_25");
  private static final RuleInfo RULE = Example.info(Severity.WARN, RuleInfo.Concern.CUSTOM).build();

  @Property(tries = 500)
  void textAndPathComeBack(
      @ForAll @StringLength(max = 60) String text,
      @ForAll @StringLength(min = 1, max = 40) String name) {
    SourceLocation place = new SourceLocation("consensus/" + name, "/" + text, 1, 1);

    Node log = Read.json(SarifRenderer.write(EXAMPLE.found(RULE, Violation.at(place, text))));

    Node result = log.nearest("/runs/0/results/0");
    assertThat(result.members().keySet())
        .containsExactly(
            "ruleId",
            "ruleIndex",
            "level",
            "message",
            "locations",
            "partialFingerprints",
            "properties");
    assertThat(result.nearest("/properties/violation").text())
        .contains(bytes(OneLine.of(text, 500).strip()));
    assertThat(result.nearest("/properties/pointer").text()).contains("/" + bytes(text));
    assertThat(result.nearest("/message/text").text().orElseThrow())
        .doesNotContainPattern("(?<!\\\\)\\[[^\\[\\]]*\\]\\(");
    String uri =
        result.nearest("/locations/0/physicalLocation/artifactLocation/uri").text().orElseThrow();
    assertThat(uri).matches("[A-Za-z0-9._~!$&'()*+,;=@%/-]+");
    assertThat(URI.create(uri).getScheme()).isNull();
    assertThat(URI.create(uri).getPath()).isEqualTo("docs/specs/epic_25/consensus/" + bytes(name));
  }

  private static String bytes(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }
}
