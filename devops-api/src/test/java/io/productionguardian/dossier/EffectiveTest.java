package io.productionguardian.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import io.productionguardian.document.Document;
import io.productionguardian.document.Document.Fault;
import io.productionguardian.document.Document.Limits;
import io.productionguardian.document.Node;
import java.nio.charset.StandardCharsets;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What deploy files come to. */
class EffectiveTest {

  private static final String OVERLAY = "k8s/overlays/prod/kustomization.yaml";

  private static final String DEPLOYMENT =
      """
      kind: Deployment
      metadata: {name: api}
      spec:
        replicas: 2
        template:
          spec:
            volumes: [{name: v}]
            containers:
              - name: api
                image: reg:5000/acme/api:1
                args: [a, b]
                env: [{name: A, value: "1"}, {name: B, value: "2"}]
              - name: proxy
                image: envoy:1
      """;

  private final NavigableMap<String, Document> files = new TreeMap<>();

  private EffectiveTest file(String path, String text) {
    files.put(
        path,
        Document.read(
            path, text.getBytes(StandardCharsets.UTF_8), Document.Format.YAML, Limits.STANDARD));
    return this;
  }

  private Effective effective() {
    return Effective.of(files);
  }

  /** A node as one line. */
  private static String shown(Node node) {
    if (node.isObject()) {
      StringBuilder text = new StringBuilder("{");
      node.members()
          .forEach(
              (name, value) ->
                  text.append(text.length() > 1 ? ", " : "")
                      .append(name)
                      .append(": ")
                      .append(shown(value)));
      return text + "}";
    }
    return node.isList()
        ? node.items().stream().map(EffectiveTest::shown).toList().toString()
        : node.scalar().orElse("null");
  }

  private Optional<Node> root(String path) {
    return Optional.ofNullable(effective().files().get(path)).flatMap(Document::root);
  }

  private String at(String path, String pointer) {
    return shown(root(path).orElseThrow().nearest(pointer));
  }

  // Kustomizations

  private EffectiveTest overlay(String rest) {
    return file("k8s/base/kustomization.yaml", "resources: [api.yaml]\n")
        .file("k8s/base/api.yaml", DEPLOYMENT)
        .file(OVERLAY, "resources: [../../base]\n" + rest);
  }

  private static final String POD = "/spec/template/spec";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`replicas: [{name: api, count: 5}]` | /spec/replicas | 5",
        "`replicas: [{name: other, count: 5}]` | /spec/replicas | 2",
        "`images: [{name: 'reg:5000/acme/api', newTag: '2'}]` | /spec/template/spec/containers/0/image | reg:5000/acme/api:2",
        "`images: [{name: 'reg:5000/acme/api', newName: x/y}]` | /spec/template/spec/containers/0/image | x/y:1",
        "`images: [{name: envoy, digest: 'sha256:ab'}]` | /spec/template/spec/containers/1/image | envoy@sha256:ab",
        "`patches: [{patch: \"kind: Deployment\\nmetadata: {name: api}\\nspec: {replicas: 7}\"}]` | /spec/replicas | 7",
        "`patches: [{patch: \"kind: Deployment\\nmetadata: {name: b}\\nspec: {replicas: 7}\"}]` | /spec/replicas | 2",
        "`patches: [{target: {kind: Deployment}, patch: \"a: 1\\nspec: {replicas: null}\"}]` | /spec/replicas | NONE",
        "`patches: [{target: {kind: Service}, patch: \"a: 1\\nspec: {replicas: 9}\"}]` | /spec/replicas | 2",
        "`patches: [{target: {name: '.*'}, patch: \"a: 1\\nspec: {replicas: 9}\"}]` | /spec/replicas | 9",
        "`patchesStrategicMerge: [\"kind: Deployment\\nmetadata: {name: api}\\nspec: {replicas: 8}\"]` | /spec/replicas | 8",
        "`patchesJson6902: [{target: {kind: Deployment, name: api}, patch: \"- {op: replace, path: /spec/replicas, value: 4}\"}]` | /spec/replicas | 4",
        "`patches: [{target: {kind: Deployment}, patch: \"- {op: remove, path: /spec/replicas}\"}]` | /spec/replicas | NONE",
        "`patches: [{target: {kind: Deployment}, patch: \"- {op: add, path: /spec/paused, value: true}\"}]` | /spec/paused | true",
        "`patches: [{target: {kind: Deployment}, patch: \"- {op: add, path: /spec/template/spec/containers/0/args/-, value: c}\"}]` | /spec/template/spec/containers/0/args | [a, b, c]",
        "`patches: [{target: {kind: Deployment}, patch: \"- {op: add, path: /spec/template/spec/containers/0/args/0, value: c}\"}]` | /spec/template/spec/containers/0/args | [c, a, b]",
        "`patches: [{target: {kind: Deployment}, patch: \"- {op: remove, path: /spec/template/spec/containers/0/args/0}\"}]` | /spec/template/spec/containers/0/args | [b]",
        "`patches: [{target: {kind: Deployment}, patch: \"- {op: replace, path: /spec/template/spec/containers/0/args/1, value: c}\"}]` | /spec/template/spec/containers/0/args | [a, c]",
        "`patches: [{target: {kind: Deployment}, patch: \"- {op: test, path: /a, value: c}\"}]` | /spec/replicas | 2",
      })
  void anOverlayIsBuilt(String rest, String pointer, String value) {
    overlay(rest);

    assertThat(effective().faults()).isEmpty();
    assertThat(effective().files().keySet()).containsExactly(OVERLAY);
    Node root = root(OVERLAY).orElseThrow();
    int last = pointer.lastIndexOf('/');
    Node found =
        root.nearest(pointer.substring(0, last)).members().get(pointer.substring(last + 1));
    assertThat(found == null ? "NONE" : shown(found)).isEqualTo(value);
    assertThat(root.file()).isEqualTo("k8s/base/api.yaml");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`{name: api, args: [z]}` | {name: api, image: reg:5000/acme/api:1, args: [z], env: [{name: A, value: 1}, {name: B, value: 2}]}",
        "`{name: api, env: [{name: B, value: '3'}, {name: C, value: '4'}]}` | {name: api, image: reg:5000/acme/api:1, args: [a, b], env: [{name: A, value: 1}, {name: B, value: 3}, {name: C, value: 4}]}",
        "`{name: api, env: [{name: A, $patch: delete}], args: null, image: x}` | {name: api, image: x, env: [{name: B, value: 2}]}",
      })
  void listsWithAKeyAreMergedItemByItem(String container, String merged) {
    overlay("patches: [{path: p.yaml}]")
        .file(
            "k8s/overlays/prod/p.yaml",
            "kind: Deployment\nmetadata: {name: api}\nspec: {template: {spec: {containers: ["
                + container
                + "]}}}\n");

    assertThat(at(OVERLAY, POD + "/containers/0")).isEqualTo(merged);
    assertThat(at(OVERLAY, POD + "/containers/1")).startsWith("{name: proxy");
    assertThat(effective().files().keySet()).containsExactly(OVERLAY);
  }

  @Test
  void aMemberCanBeReplacedAndAnItemTakenAway() {
    overlay("patches: [{path: p.yaml}]")
        .file(
            "k8s/overlays/prod/p.yaml",
            """
            kind: Deployment
            metadata: {name: api}
            spec:
              template:
                spec:
                  volumes: [{name: v, $patch: delete}, {name: gone, $patch: delete}]
                  containers: [{name: proxy, $patch: delete}, {name: more}]
                metadata: {$patch: replace, labels: {a: b}}
            """);

    assertThat(at(OVERLAY, POD + "/volumes")).isEqualTo("[]");
    assertThat(root(OVERLAY).orElseThrow().find("spec", "template", "spec", "containers"))
        .get()
        .satisfies(list -> assertThat(list.items()).hasSize(2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "helmCharts: [{name: a}]",
        "transformers: [a.yaml]",
        "replacements: [{path: a}]",
        "patches: [{target: {kind: Deployment}, patch: \"- {op: move, from: /a, path: /b}\"}]",
        "patches: [{target: {kind: Deployment}, patch: \"- {op: replace, path: /spec/none, value: 1}\"}]",
        "patches: [{target: {kind: Deployment}, patch: \"- {op: remove, path: /spec/template/spec/containers/9}\"}]",
        "patches: [{target: {kind: Deployment}, patch: \"- {op: remove, path: /spec/replicas/x}\"}]",
        "patches: [{target: {kind: Deployment}, patch: \"- {op: remove, path: /spec/template/spec/containers/x}\"}]",
        "patches: [{target: {kind: Deployment}, patch: \"- {op: add, path: ''}\"}]",
        "patches: [{path: gone.yaml}]",
        "patches: [{patch: \"a: [\\nb: c\"}]",
        "bases: [\"https://example.com/base\"]",
        "bases: [\"github.com/acme/base\"]",
      })
  void whatIsNotBuiltIsTold(String rest) {
    assertThat(overlay(rest).effective().faults())
        .isNotEmpty()
        .allSatisfy(
            fault -> {
              assertThat(fault.kind()).isEqualTo(Fault.Kind.UNREAD);
              assertThat(fault.place().file()).isEqualTo(OVERLAY);
            });
  }

  @Test
  void aKustomizationWithinItselfEnds() {
    file("a/kustomization.yaml", "resources: [../b, ../a]\n")
        .file("b/kustomization.yml", "resources: [../a]\n");

    assertThat(effective().files()).isEmpty();
  }

  @Test
  void aFolderWithoutAKustomizationIsAllThatIsInIt() {
    file("base/a.yaml", DEPLOYMENT)
        .file("base/list.yaml", "kind: List\nitems: [{kind: Service, metadata: {name: s}}]\n")
        .file("base/deeper/b.yaml", "kind: Job\n")
        .file("prod/kustomization.yaml", "resources: [../base]\n");

    assertThat(effective().files().keySet())
        .containsExactly("base/deeper/b.yaml", "prod/kustomization.yaml");
    assertThat(effective().files().get("prod/kustomization.yaml").roots())
        .extracting(root -> root.get("kind").flatMap(Node::text).orElse(""))
        .containsExactly("Deployment", "Service");
  }

  // Compose

  @Test
  void anOverrideIsMergedAndTheOneForProductionLast() {
    file(
            "compose.yaml",
            "services: {a: {image: x:1, command: [c], ports: ['1:1'], deploy: {replicas: 2}}}\n")
        .file(
            "compose.override.yaml", "services: {a: {image: x:2, ports: ['2:2'], command: [d]}}\n")
        .file("compose.prod.yaml", "services: {a: {image: x:3}, b: {image: y}}\n")
        .file("compose.test.yaml", "services: {a: {image: x:4}}\n")
        .file("other/compose.override.yaml", "services: {a: {image: x:5}}\n");

    assertThat(at("compose.yaml", "/services"))
        .isEqualTo(
            "{a: {image: x:3, command: [d], ports: [1:1, 2:2], deploy: {replicas: 2}}, b: {image: y}}");
    assertThat(effective().files().keySet())
        .containsExactly("compose.test.yaml", "compose.yaml", "other/compose.override.yaml");
  }

  @Test
  void whatAServiceTakesOverIsItsOwn() {
    file(
            "compose.yaml",
            "services: {a: {extends: {file: common.yml, service: base}, image: own}, b: {extends: c},"
                + " c: {image: c}, d: {extends: d}, e: {extends: {file: gone.yml, service: e}}}\n")
        .file("common.yml", "services: {base: {extends: root, image: x}, root: {user: root}}\n");

    assertThat(at("compose.yaml", "/services/a"))
        .isEqualTo("{user: root, extends: {file: common.yml, service: base}, image: own}");
    assertThat(at("compose.yaml", "/services/b")).isEqualTo("{image: c, extends: c}");
    assertThat(at("compose.yaml", "/services/e"))
        .isEqualTo("{extends: {file: gone.yml, service: e}}");
    assertThat(effective().files().keySet()).containsExactly("compose.yaml");
  }
}
