package io.productionguardian.render.yaml;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** Jackson's writer, whose bytes {@link Yaml} writes. */
final class JacksonYaml {
  static { // our module, which the tests are part of, does not require it
    Module ours = JacksonYaml.class.getModule();
    if (ours.isNamed()) {
      ours.getLayer().findModule("tools.jackson.dataformat.yaml").ifPresent(ours::addReads);
    }
  }

  /** All texts in double quotes. */
  static final JacksonYaml QUOTED = new JacksonYaml(false);

  /** Texts of several lines as blocks; for scripts of this project only, whose form is known. */
  static final JacksonYaml SCRIPTS_AS_BLOCKS = new JacksonYaml(true);

  private final YAMLMapper mapper;

  private JacksonYaml(boolean blocks) {
    mapper =
        YAMLMapper.builder()
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
            .disable(YAMLWriteFeature.SPLIT_LINES)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .configure(YAMLWriteFeature.LITERAL_BLOCK_STYLE, blocks)
            .build();
  }

  String write(Map<String, ?> tree) {
    return escaped(mapper.writeValueAsString(whole(tree)));
  }

  /** Writes what YAML 1.1 takes for ends of lines as escapes: texts that have it are in quotes. */
  private static String escaped(String yaml) {
    return yaml.replace("\u0085", "\\u0085")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029")
        .replace("\uFEFF", "\\uFEFF");
  }

  /**
   * Replaces surrogates without their other halves, which have no bytes in UTF-8: Jackson would
   * make a pair of one and the character behind it.
   */
  private static Object whole(Object value) {
    if (value instanceof String text) {
      return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
    if (value instanceof Map<?, ?> map) {
      Map<Object, Object> copy = new LinkedHashMap<>();
      map.forEach((name, member) -> copy.put(whole(name), whole(member)));
      return copy;
    }
    return value instanceof List<?> list ? list.stream().map(JacksonYaml::whole).toList() : value;
  }
}
