package io.productionguardian.render.yaml;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/**
 * Writes trees of maps, lists, texts, numbers and truth values as YAML.
 *
 * <p>Every text is quoted, as Jackson does by default: of the writers that were tried this is the
 * one whose output PyYAML, js-yaml and Go read back equal.
 */
final class Yaml {
  /** All texts in double quotes. */
  static final Yaml QUOTED = new Yaml(false);

  /** Texts of several lines as blocks; for scripts of this project only, whose form is known. */
  static final Yaml SCRIPTS_AS_BLOCKS = new Yaml(true);

  private final YAMLMapper mapper;

  private Yaml(boolean blocks) {
    mapper =
        YAMLMapper.builder()
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
            .disable(YAMLWriteFeature.SPLIT_LINES)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .configure(YAMLWriteFeature.LITERAL_BLOCK_STYLE, blocks)
            .build();
  }

  /** A document after comments of one line each. */
  String write(List<String> comments, Map<String, ?> tree) {
    return comments.stream().map(Yaml::comment).collect(Collectors.joining())
        + escaped(mapper.writeValueAsString(whole(tree)));
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
    return value instanceof List<?> list ? list.stream().map(Yaml::whole).toList() : value;
  }

  /** Only what no reader can take for the end of the comment. */
  private static String comment(String text) {
    return text.codePoints()
        .map(c -> (c >= ' ' && c <= '~') || Character.isLetterOrDigit(c) ? c : ' ')
        .collect(
            () -> new StringBuilder("# "), StringBuilder::appendCodePoint, StringBuilder::append)
        .toString()
        .stripTrailing()
        .concat("\n");
  }
}
