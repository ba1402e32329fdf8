package io.productionguardian.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.productionguardian.document.SourceLocation;
import io.productionguardian.model.EpicId;
import io.productionguardian.source.EpicSnapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** An edit changes one value of any tree, and nothing else, however the tree is written. */
class EditProperties {

  private static final AppliesBy BY = AppliesBy.PERSON;
  private static final String NEW = "{\"new\": [1, \"é\"]}";

  /** The ways of writing a tree. */
  enum Writing {
    COMPACT("consensus/a.json"),
    INDENTED("consensus/a.json"),
    BLOCK("consensus/a.yaml"),
    FLOW("consensus/a.yaml");

    private final String path;

    Writing(String path) {
      this.path = path;
    }

    String write(Object tree) {
      return switch (this) {
        case COMPACT -> JsonMapper.shared().writeValueAsString(tree);
        case INDENTED ->
            JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(tree);
        case BLOCK -> dump(FlowStyle.BLOCK, tree);
        case FLOW -> dump(FlowStyle.AUTO, tree);
      };
    }

    private static String dump(FlowStyle style, Object tree) {
      return new Dump(DumpSettings.builder().setDefaultFlowStyle(style).build()).dumpToString(tree);
    }
  }

  @Provide
  Arbitrary<Object> trees() {
    Arbitrary<Object> leaf =
        Arbitraries.oneOf(
            Arbitraries.integers().between(-9, 999).map(number -> number),
            Arbitraries.of(true, false).map(flag -> flag),
            Arbitraries.of(
                    "",
                    " ",
                    "x",
                    "a: b",
                    "# no comment",
                    "- x",
                    "é😀",
                    "\"",
                    "'",
                    "two\nlines\n",
                    "~",
                    "null",
                    "1",
                    "{",
                    "]",
                    "*a",
                    "&a",
                    "!t",
                    "a\\b",
                    "\ttab",
                    "%s")
                .map(text -> text));
    Arbitrary<Object> tree = leaf;
    for (int depth = 0; depth < 3; depth++) {
      Arbitrary<Object> inner = tree;
      Arbitrary<String> names = Arbitraries.of("a", "b", "c/d", "e~f", "é😀", "g h", "0", "-");
      tree =
          Arbitraries.oneOf(
              leaf,
              inner.list().ofMaxSize(3).map(list -> list),
              Arbitraries.maps(names, inner).ofMaxSize(3).map(LinkedHashMap::new));
    }
    return Arbitraries.maps(Arbitraries.of("a", "b", "x y"), tree)
        .ofMinSize(1)
        .ofMaxSize(3)
        .map(LinkedHashMap::new);
  }

  /** The pointers of everything below the root. */
  private static List<String> pointers(Object tree, String at) {
    List<String> pointers = new ArrayList<>();
    children(tree)
        .forEach(
            (name, child) -> {
              String pointer = at + '/' + name.replace("~", "~0").replace("/", "~1");
              pointers.add(pointer);
              pointers.addAll(pointers(child, pointer));
            });
    return pointers;
  }

  private static Map<String, Object> children(Object tree) {
    Map<String, Object> children = new LinkedHashMap<>();
    if (tree instanceof Map<?, ?> map) {
      map.forEach((name, child) -> children.put(name.toString(), child));
    } else if (tree instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        children.put(String.valueOf(i), list.get(i));
      }
    }
    return children;
  }

  private static Object read(String text) {
    return new Load(LoadSettings.builder().build()).loadFromString(text);
  }

  private static String apply(Writing writing, String text, Remedy.Edit edit) {
    EpicSnapshot snapshot =
        EpicSnapshot.builder(new EpicId("epic_1")).file(writing.path, text).build();
    return edit.applyTo(snapshot).file(writing.path).orElseThrow().text();
  }

  @Property
  void oneValueIsReplaced(
      @ForAll("trees") Object tree, @ForAll Writing writing, @ForAll int which) {
    String text = writing.write(tree);
    List<String> pointers = pointers(tree, "");
    String pointer = pointers.get(Math.floorMod(which, pointers.size()));

    Remedy.Edit edit =
        Remedy.replace(BY, new SourceLocation(writing.path, pointer, 1, 1), Template.json(NEW));

    assertThat(read(apply(writing, text, edit)))
        .isEqualTo(changed(read(text), pointer.substring(1).split("/", -1), 0, Change.REPLACE));
  }

  @Property
  void oneValueIsRemoved(@ForAll("trees") Object tree, @ForAll Writing writing, @ForAll int which) {
    String text = writing.write(tree);
    List<String> pointers = pointers(tree, "");
    String pointer = pointers.get(Math.floorMod(which, pointers.size()));

    Remedy.Edit edit = Remedy.remove(BY, new SourceLocation(writing.path, pointer, 1, 1));

    assertThat(read(apply(writing, text, edit)))
        .isEqualTo(changed(read(text), pointer.substring(1).split("/", -1), 0, Change.REMOVE));
  }

  @Property
  void oneValueIsAdded(@ForAll("trees") Object tree, @ForAll Writing writing, @ForAll int which) {
    String text = writing.write(tree);
    List<String> parents = new ArrayList<>(pointers(tree, ""));
    parents.add("");
    parents.removeIf(
        pointer -> !(at(tree, pointer) instanceof Map || at(tree, pointer) instanceof List));
    String parent = parents.get(Math.floorMod(which, parents.size()));
    String pointer = parent + (at(tree, parent) instanceof List ? "/-" : "/added: \"1\"");

    Remedy.Edit edit = Remedy.add(BY, writing.path, pointer, Template.json(NEW));

    assertThat(read(apply(writing, text, edit)))
        .isEqualTo(changed(read(text), pointer.substring(1).split("/", -1), 0, Change.ADD));
  }

  private static Object at(Object tree, String pointer) {
    Object value = tree;
    for (String step : pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/", -1)) {
      value = children(value).get(name(step));
    }
    return java.util.Objects.requireNonNull(value);
  }

  private enum Change {
    ADD,
    REPLACE,
    REMOVE
  }

  private static String name(String step) {
    return step.replace("~1", "/").replace("~0", "~");
  }

  /** A copy of a tree with one change. */
  private static Object changed(Object tree, String[] steps, int depth, Change change) {
    String name = name(steps[depth]);
    boolean last = depth == steps.length - 1;
    if (tree instanceof Map<?, ?> map) {
      Map<Object, Object> copy = new LinkedHashMap<>(map);
      if (last && change == Change.REMOVE) {
        copy.remove(name);
      } else {
        copy.put(name, last ? read(NEW) : changed(copy.get(name), steps, depth + 1, change));
      }
      return copy;
    }
    List<Object> copy = new ArrayList<>((List<?>) tree);
    if (last && change == Change.ADD) {
      copy.add(read(NEW));
    } else if (last && change == Change.REMOVE) {
      copy.remove(Integer.parseInt(name));
    } else {
      int index = Integer.parseInt(name);
      copy.set(index, last ? read(NEW) : changed(copy.get(index), steps, depth + 1, change));
    }
    return copy;
  }
}
