package io.productionguardian.rule;

import com.google.common.base.Preconditions;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.productionguardian.document.SourceFile;
import io.productionguardian.edit.StructuredText;
import io.productionguardian.model.EpicLayout;
import io.productionguardian.source.EpicSnapshot;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** What all edits have in common. */
final class Edits {

  private Edits() {}

  /** A machine fills nothing in, and states nothing in the place of those who must vouch for it. */
  static void check(AppliesBy by, String file, Template content) {
    if (by.kind() == AppliesBy.Kind.MACHINE) {
      Preconditions.checkArgument(
          content.placeholders().isEmpty(), "a machine cannot fill in %s", content.placeholders());
      Preconditions.checkArgument(
          !isVouchedFor(file), "a machine may not edit %s, which somebody vouches for", file);
    }
  }

  /** What quality, the sender of a message, the writer of a log entry or a tool says. */
  private static boolean isVouchedFor(String file) {
    return file.equals(EpicLayout.artifact("review"))
        || file.equals(EpicLayout.DECISION_LOG)
        || file.startsWith(EpicLayout.INBOX)
        || file.startsWith(EpicLayout.EVIDENCE);
  }

  static void checkPointer(String pointer) {
    Preconditions.checkArgument(
        pointer.isEmpty() || pointer.startsWith("/"), "\"%s\" is no JSON pointer", pointer);
  }

  static void checkMember(String pointer) {
    Preconditions.checkArgument(
        pointer.startsWith("/"), "\"%s\" is no JSON pointer of a member", pointer);
  }

  static String filled(Template content) {
    Preconditions.checkArgument(
        content.placeholders().isEmpty(),
        "Fill in %s first",
        content.placeholders().stream().map(open -> open.name()).toList());
    return content.text();
  }

  static SourceFile file(EpicSnapshot snapshot, String path) {
    return Optional.ofNullable(snapshot.repository().get(path))
        .or(() -> snapshot.file(path))
        .orElseThrow(() -> new IllegalArgumentException("There is no file " + path));
  }

  static StructuredText structured(EpicSnapshot snapshot, String path, int line) {
    return StructuredText.of(file(snapshot, path), line, snapshot.limits());
  }

  static EpicSnapshot with(EpicSnapshot snapshot, String path, String text) {
    return snapshot.with(path, text.getBytes(StandardCharsets.UTF_8));
  }

  static Map<String, Object> members(
      Remedy.Edit edit, int line, Optional<String> pointer, Optional<String> schema) {
    ImmutableMap.Builder<String, Object> members = ImmutableMap.builder();
    members.put("kind", edit.kind().wireName());
    members.put("applies_by", edit.appliesBy().wireName());
    members.put("file", edit.file());
    if (line > 0) {
      members.put("line", line);
    }
    pointer.ifPresent(value -> members.put("pointer", value));
    edit.content().ifPresent(content -> members.put("value", content.text()));
    if (!edit.placeholders().isEmpty()) {
      members.put(
          "placeholders",
          edit.placeholders().stream()
              .map(
                  open ->
                      ImmutableMap.of(
                          "name", open.name(),
                          "type", open.type().wireName(),
                          "example", open.example()))
              .collect(ImmutableList.toImmutableList()));
    }
    schema.ifPresent(reference -> members.put("schema", reference));
    return members.buildOrThrow();
  }
}
