package io.productionguardian.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.productionguardian.document.Document;
import io.productionguardian.document.Document.Limits;
import io.productionguardian.document.Node;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptanceTest {

  /** One a line, as YAML. */
  private static final String VALUES =
      """
      null
      ~
      true
      True
      false
      0
      -0
      0.0
      0.4
      0.5
      1
      1.0
      10e-1
      0.99999999999999999999
      1.00000000000000000001
      -1
      2
      1e2
      100.5
      65535
      65535.0
      65535.5
      65536
      9223372036854775807
      9223372036854775808
      1000000000000000000000000000000.5
      -1000000000000000000000000000000.5
      1e99
      1e400
      -1e400
      1e-400
      0x1F
      .inf
      .nan
      ""
      " "
      a
      aa
      A
      "a\\n"
      "\\na"
      "b\\na"
      "1"
      "true"
      "null"
      "\\n"
      "\\u00a0"
      "\\u0085"
      "\\u2028"
      "\\ufeff"
      "\\ufeff1"
      "😀"
      "😀😀"
      "١"
      []
      [1]
      [1, 1.0, 1e2]
      [1, null]
      [a]
      [a, b]
      [[]]
      {}
      {a: x}
      {a: null}
      {a: 1, b: null}
      {a: a, c: null}
      {b: a}
      {c: x}
      {"a\\n": x}
      {"": x}
      """;

  private static Node json(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return Document.read("plan.schema.json", bytes, Document.Format.JSON, Limits.STANDARD)
        .root()
        .orElseThrow();
  }

  private static Node yaml(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return Document.read("f", bytes, Document.Format.YAML, Limits.STANDARD).root().orElseThrow();
  }

  @ParameterizedTest
  @EnumSource
  void aPublishedSchemaHasNothingUnknown(SchemaName name) {
    assertThatCode(() -> Acceptance.of(name)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'uniqueItems': true}",
        "{'$ref': '#/nowhere'}",
        "{'items': {'$ref': '#'}}",
        "{'$defs': {'a': {'allOf': [{'$ref': '#/$defs/a'}]}}, '$ref': '#/$defs/a'}",
        "{'properties': {'a': {'not': {}}}}",
        "{'$defs': {'a': {}}, '$ref': '#/$defs/b'}",
        "{'$ref': 'https://example.org/x.json'}",
        "{'$ref': 5}",
        "{'type': []}",
        "{'type': 'text'}",
        "{'const': null}",
        "{'const': 5}",
        "{'enum': []}",
        "{'enum': ['a', {}]}",
        "{'propertyNames': {'pattern': 'a', 'maxLength': 2}}",
        "{'minLength': 1.5}",
        "{'minimum': '5'}",
        "{'pattern': 5}",
        "{'items': [{}]}",
        "[]"
      })
  void whatThePublishedSchemasDoNotUseIsNotCompiled(String schema) {
    assertThatThrownBy(() -> Acceptance.of(json(schema.replace('\'', '"'))))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("plan.schema.json");
  }

  /** Each keyword by itself, upon values of all kinds. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "true",
        "false",
        "{'type': 'object'}",
        "{'type': 'array'}",
        "{'type': 'string'}",
        "{'type': 'number'}",
        "{'type': 'integer'}",
        "{'type': 'boolean'}",
        "{'type': 'null'}",
        "{'type': ['integer', 'string', 'null']}",
        "{'const': true}",
        "{'const': false}",
        "{'const': 'a'}",
        "{'enum': ['a', '1', 'true']}",
        "{'required': ['a', 'b']}",
        "{'properties': {'a': {'type': 'string'}, 'b': false}}",
        "{'properties': {'a': {}}, 'additionalProperties': false}",
        "{'properties': {'a': {}}, 'additionalProperties': {'type': 'null'}}",
        "{'additionalProperties': {'type': 'string'}}",
        "{'propertyNames': {'pattern': '^[ab]$'}}",
        "{'items': {'type': 'integer'}}",
        "{'items': false}",
        "{'minItems': 2}",
        "{'minLength': 1}",
        "{'minLength': 2}",
        "{'pattern': '^a$'}",
        "{'pattern': 'a|^b'}",
        "{'pattern': '\\\\S'}",
        "{'pattern': '^\\\\s*[0-9]'}",
        "{'minimum': 1}",
        "{'minimum': 0.5}",
        "{'exclusiveMinimum': 0}",
        "{'exclusiveMinimum': 0.5}",
        "{'maximum': 65535}",
        "{'type': 'integer', 'minimum': 1, 'maximum': 65535}",
        "{'type': ['number', 'null'], 'exclusiveMinimum': 0}",
        "{'allOf': [{'type': 'object'}, {'required': ['a']}], 'properties': {'a': {'const': 'x'}}}",
        "{'$defs': {'a': {'minItems': 1}}, '$ref': '#/$defs/a', 'items': {'type': 'string'}}"
      })
  void aKeywordIsTakenAsTheValidatorTakesIt(String quoted) {
    String schema = quoted.replace('\'', '"');
    Predicate<Node> acceptance = Acceptance.of(json(schema));
    Schema validator =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(schema);

    assertThat(VALUES.lines().map(AcceptanceTest::yaml))
        .hasSizeGreaterThan(60)
        .allSatisfy(
            value ->
                assertThat(acceptance.test(value))
                    .as(value.toString())
                    .isEqualTo(validator.validate(Schemas.json(value)).isEmpty()));
  }
}
