package io.productionguardian.render.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.productionguardian.document.Node;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.databind.json.JsonMapper;

/** Whatever a variable's value holds comes out as that value, and adds nothing to the manifests. */
class KubernetesProperties {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String VARIABLE = "\"LOG_LEVEL\": \"info\"";
  private static final Pattern EXPANSION = Pattern.compile("\\$(\\$|\\(([A-Za-z_0-9]+)\\))");

  @Provide
  Arbitrary<List<String>> texts() {
    return Arbitraries.oneOf(
            Hostile.texts(),
            Arbitraries.of("${A}", "$", "$(PORT)", "$$", "}", "{", "a", "${PORT:-x}", "\n", "'")
                .list()
                .ofMaxSize(6)
                .map(pieces -> String.join("", pieces)))
        .map(text -> new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
        .list()
        .ofSize(50);
  }

  /** Many values at a time, since judging an epic takes longest. */
  @Property(tries = 100)
  void valuesComeBackAndNoKeyIsAdded(@ForAll("texts") List<String> texts) {
    Map<String, String> values = new LinkedHashMap<>();
    texts.forEach(text -> values.put("V" + values.size(), text));
    String members = JSON.writeValueAsString(values);

    Node deployment =
        deployment(
            Example.of("epic_25")
                .with(VARIABLE, members.substring(1, members.length() - 1) + ", " + VARIABLE));

    assertThat(keys(deployment)).isEqualTo(keys(deployment(Example.of("epic_25"))));
    List<Node> variables = deployment.nearest("/spec/template/spec/containers/0/env").items();
    values.forEach(
        (name, value) ->
            assertThat(withoutDefaults(held(variables, name))).isEqualTo(withoutDefaults(value)));
  }

  /** What a container would see, if the Secret held how a value refers to each of its members. */
  private static String held(List<Node> variables, String name) {
    Node variable = variables.stream().filter(it -> is(it, name)).findFirst().orElseThrow();
    return variable
        .get("value")
        .flatMap(Node::text)
        .map(it -> expanded(it, variables.subList(0, variables.indexOf(variable))))
        .orElseGet(() -> "${" + member(variable) + "}");
  }

  private static Node deployment(Example example) {
    return new KubernetesRenderer()
        .render(example.approved()).stream()
            .filter(file -> file.path().endsWith("/dev/deployment.yaml"))
            .map(file -> Read.yaml(file.text()))
            .findFirst()
            .orElseThrow();
  }

  /** As Kubernetes does it. */
  private static String expanded(String value, List<Node> before) {
    return EXPANSION
        .matcher(value)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    found.group(1).equals("$")
                        ? "$"
                        : before.stream()
                            .filter(it -> is(it, found.group(2)))
                            .map(it -> "${" + member(it) + "}")
                            .findFirst()
                            .orElseThrow()));
  }

  private static String withoutDefaults(String text) {
    return text.replaceAll("\\$\\{([A-Za-z_][A-Za-z0-9_]*)[:?+-][^{}]*}", "\\${$1}");
  }

  private static boolean is(Node variable, String name) {
    return variable.get("name").flatMap(Node::text).orElseThrow().equals(name);
  }

  private static String member(Node variable) {
    return variable.find("valueFrom", "secretKeyRef", "key").flatMap(Node::text).orElseThrow();
  }

  private static Set<String> keys(Node node) {
    Set<String> keys = new TreeSet<>(node.members().keySet());
    node.members().values().forEach(member -> keys.addAll(keys(member)));
    node.items().forEach(item -> keys.addAll(keys(item)));
    return keys;
  }
}
