package io.productionguardian.testkit;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.common.collect.ImmutableList;
import io.productionguardian.Assessment;
import io.productionguardian.RenderedFile;
import io.productionguardian.Renderer;
import io.productionguardian.document.Document;
import io.productionguardian.document.Document.Limits;
import io.productionguardian.document.Node;
import io.productionguardian.model.EpicLayout;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

/**
 * What every renderer must keep to: it writes something, the same bytes for the same decision, what
 * is JSON or YAML can be read back, and no text of an agent becomes structure.
 *
 * @since 0.1.0
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public abstract class RendererContract {

  /** A key, an expression of GitHub, a heading: whatever of it is not taken as text shows. */
  private static final String MARK = "zz_injected";

  private static final String HOSTILE =
      "x\\n"
          + MARK
          + ": \\\"1\\\"\\n# "
          + MARK
          + "\\n- "
          + MARK
          + "\\u0000\\u001b[31m ${{ "
          + MARK
          + " }}";

  private static final ImmutableList<RenderedFile> SOMETHING =
      ImmutableList.of(RenderedFile.of("consensus/artifacts/something.txt", "something\n"));

  /** For whoever extends it. */
  protected RendererContract() {}

  /** The renderers under contract. */
  protected abstract Stream<? extends Renderer> renderers();

  /** A test for each promise of each renderer. */
  @TestFactory
  Stream<DynamicContainer> keepsTheContract() {
    List<Assessment> usual = usual();
    List<Assessment> hostile = hostile();
    return Promises.of(
        "renderer",
        renderers(),
        renderer -> renderer.getClass().getSimpleName(),
        renderer ->
            Stream.of(
                Promises.isPure(renderer.getClass().getName(), renderer),
                dynamicTest("it writes something", () -> writes(renderer, usual)),
                dynamicTest("it writes the same twice", () -> isTheSame(renderer, usual)),
                dynamicTest("it can be read back", () -> canBeReadBack(renderer, usual)),
                dynamicTest("it lets no text out", () -> escapes(renderer, hostile))));
  }

  private static List<Assessment> usual() {
    Epic epic = Epics.approvable();
    String type = "/deployment_strategy/type";
    return ImmutableList.of(
        Assessments.approved(epic),
        Assessments.approved(epic.set("implementation", type, "\"rolling\"")),
        Assessments.approved(epic.set("implementation", type, "\"blue_green\"")),
        Assessments.approved(epic.remove("implementation", "/slo")),
        Assessments.vetoed(epic, "No way back", "No way back at all"));
  }

  /**
   * The approvable epic with a hostile text at each place that can hold one and still is approved.
   */
  private static List<Assessment> hostile() {
    byte[] stated = Epics.approvable().content(EpicLayout.artifact("implementation"));
    return Epics.pointers("implementation").stream()
        .filter(pointer -> JsonEdits.isText(stated, pointer))
        .map(pointer -> Epics.approvable().set("implementation", pointer, '"' + HOSTILE + '"'))
        .map(epic -> Assessments.judged(epic.snapshot()))
        .collect(ImmutableList.toImmutableList());
  }

  private static void writes(Renderer renderer, List<Assessment> assessments) {
    if (assessments.stream().allMatch(it -> files(renderer, it).isEmpty())) {
      throw failure(renderer, "writes nothing, whatever is decided");
    }
  }

  private static void isTheSame(Renderer renderer, List<Assessment> assessments) {
    for (Assessment assessment : assessments) {
      List<String> once =
          files(renderer, assessment).stream().map(RendererContract::shown).toList();
      List<String> again =
          files(renderer, assessment).stream().map(RendererContract::shown).toList();
      if (!once.equals(again)) {
        throw failure(renderer, "writes other bytes the second time");
      }
    }
  }

  private static String shown(RenderedFile file) {
    return file.path() + '\n' + file.text();
  }

  private static void canBeReadBack(Renderer renderer, List<Assessment> assessments) {
    assessments.stream()
        .flatMap(assessment -> files(renderer, assessment).stream())
        .forEach(file -> read(renderer, file));
  }

  private static void escapes(Renderer renderer, List<Assessment> assessments) {
    for (Assessment assessment : assessments) {
      for (RenderedFile file : files(renderer, assessment)) {
        read(renderer, file)
            .ifPresent(it -> it.roots().forEach(root -> noMark(renderer, file, root)));
        file.text()
            .lines()
            .map(line -> line.replaceFirst("^[\\s>]*(# |- )?", ""))
            .filter(line -> line.startsWith(MARK))
            .forEach(
                line -> {
                  throw failure(
                      renderer, "lets a text begin a line of " + file.path() + ": " + line);
                });
      }
    }
  }

  private static void noMark(Renderer renderer, RenderedFile file, Node node) {
    node.members()
        .forEach(
            (name, member) -> {
              if (name.equals(MARK)) {
                throw failure(renderer, "lets a text become the member " + member.place());
              }
              if (name.equals("run")
                  && member.text().filter(it -> it.contains("${{")).isPresent()) {
                throw failure(renderer, "lets GitHub fill something in at " + member.place());
              }
              noMark(renderer, file, member);
            });
    node.items().forEach(item -> noMark(renderer, file, item));
  }

  /** What it rendered, with what it has to say of that, or of something when it renders nothing. */
  private static List<RenderedFile> files(Renderer renderer, Assessment assessment) {
    List<RenderedFile> rendered = ImmutableList.copyOf(renderer.render(assessment));
    return ImmutableList.<RenderedFile>builder()
        .addAll(rendered)
        .addAll(renderer.attest(assessment, rendered.isEmpty() ? SOMETHING : rendered))
        .build();
  }

  private static Optional<Document> read(Renderer renderer, RenderedFile file) {
    Optional<Document.Format> format = Document.Format.of(file.path());
    Optional<Document> document =
        format.map(
            it ->
                Document.read(
                    file.path(),
                    file.text().getBytes(StandardCharsets.UTF_8),
                    it,
                    Limits.STANDARD));
    document
        .filter(it -> !it.faults().isEmpty() || it.roots().isEmpty())
        .ifPresent(
            it -> {
              throw failure(
                  renderer, "writes " + file.path() + ", which is broken: " + it.faults());
            });
    return document;
  }

  private static AssertionError failure(Renderer renderer, String what) {
    return new AssertionError(renderer.getClass().getName() + " " + what);
  }
}
