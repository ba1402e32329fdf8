package io.productionguardian.render.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Lists;
import io.productionguardian.promql.PromQl;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/**
 * Writes hostile texts into {@code target/hostile}, as this module escapes them, for {@code
 * .ci/judge-escaping}, which reads them back with programs that are not ours.
 */
class HostileFiles {

  private static final Path FOLDER = Path.of("target", "hostile");

  /** So many that a shell takes them as arguments of one command. */
  private static final int WORDS_AT_A_TIME = 200;

  private record Texts(List<String> list) {

    /** So many would fill a report. */
    @Override
    public String toString() {
      return list.size() + " texts";
    }
  }

  @Provide
  Arbitrary<Texts> many() {
    return Hostile.texts()
        .map(text -> new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
        .map(text -> text.replace("\0", "") + "x")
        // Prometheus 2.42 prints a rule's expression and then cannot read this character in it
        .map(text -> text.replace('\uFFFD', '?'))
        .list()
        .ofSize(Integer.getInteger("guardian.hostile", 200))
        .map(Texts::new);
  }

  @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void areWritten(@ForAll("many") Texts many) throws IOException {
    List<String> texts = many.list();
    Files.createDirectories(FOLDER);
    String yaml = Yaml.QUOTED.write(texts.subList(0, 10), ImmutableMap.of("texts", texts));
    write("texts.yaml", yaml);
    write("words.sh", words(texts));
    write("alerts.yml", Yaml.QUOTED.write(List.of(), rules(texts)));
    write("alerts.test.yml", Yaml.QUOTED.write(List.of(), tests(texts)));
    write(
        "texts.base64",
        texts.stream()
            .map(text -> Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)))
            .collect(Collectors.joining("\n", "", "\n")));

    assertThat(Read.yaml(yaml).nearest("/texts").items())
        .extracting(item -> item.text().orElseThrow())
        .isEqualTo(texts);
  }

  private static void write(String file, String text) throws IOException {
    Files.writeString(FOLDER.resolve(file), text);
  }

  private static String words(List<String> texts) {
    return Lists.partition(texts, WORDS_AT_A_TIME).stream()
        .map(some -> some.stream().map(Bash::word).collect(Collectors.joining(" ")))
        .collect(Collectors.joining("\nprintf '%s\\0' ", "printf '%s\\0' ", "\n"));
  }

  /** An alert for each text, which selects by it, has it as a label and tells it. */
  private static Map<String, Object> rules(List<String> texts) {
    return group(
        IntStream.range(0, texts.size())
            .mapToObj(
                n -> {
                  String expr = "x{n=\"" + n + "\",text=" + Questions.text(texts.get(n)) + "} == 1";
                  return new WrittenAlert(
                          "A" + n,
                          expr,
                          ((PromQl.Parsed) PromQl.parse(expr)).expr(),
                          Optional.empty(),
                          ImmutableMap.of("copy", texts.get(n)),
                          ImmutableMap.of("summary", texts.get(n)))
                      .tree();
                })
            .collect(ImmutableList.toImmutableList()));
  }

  private static Map<String, Object> group(List<Object> rules) {
    return ImmutableMap.of("groups", List.of(ImmutableMap.of("name", "texts", "rules", rules)));
  }

  private static Map<String, Object> tests(List<String> texts) {
    return ImmutableMap.of(
        "rule_files",
        List.of("alerts.yml"),
        "tests",
        List.of(
            ImmutableMap.of(
                "interval",
                "1m",
                "input_series",
                IntStream.range(0, texts.size())
                    .mapToObj(
                        n ->
                            ImmutableMap.of(
                                "series",
                                "x{n=\"" + n + "\", text=" + AlertTests.quoted(texts.get(n)) + "}",
                                "values",
                                "1"))
                    .toList(),
                "alert_rule_test",
                IntStream.range(0, texts.size()).mapToObj(n -> fires(n, texts.get(n))).toList())));
  }

  private static Map<String, Object> fires(int n, String text) {
    return ImmutableMap.of(
        "eval_time",
        "0m",
        "alertname",
        "A" + n,
        "exp_alerts",
        List.of(
            ImmutableMap.of(
                "exp_labels",
                ImmutableMap.of("n", String.valueOf(n), "text", text, "copy", text),
                "exp_annotations",
                ImmutableMap.of("summary", text))));
  }
}
