package io.productionguardian.render.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Words go through a real bash, many at a time since starting it takes longest. */
class BashProperties {

  @Provide
  Arbitrary<List<String>> words() {
    return Hostile.texts()
        .map(text -> new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
        .map(text -> text.replace("\0", ""))
        .list()
        .ofSize(100);
  }

  @Property(tries = 50)
  void bashReadsEachWordBack(@ForAll("words") List<String> words) throws Exception {
    String script =
        "printf '%s\\0' " + words.stream().map(Bash::word).collect(Collectors.joining(" "));

    assertThat(script).doesNotContain("${{");
    assertThat(bash(script)).isEqualTo(String.join("\0", words) + "\0");
  }

  private static String bash(String script) throws IOException, InterruptedException {
    Process process = new ProcessBuilder("bash", "-s").redirectErrorStream(true).start();
    process.getOutputStream().write(script.getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }
}
