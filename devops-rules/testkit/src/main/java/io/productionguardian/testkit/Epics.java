package io.productionguardian.testkit;

import com.google.common.collect.ImmutableList;
import io.productionguardian.document.SourceFile;
import io.productionguardian.dossier.DecisionInputs;
import io.productionguardian.model.EpicId;
import io.productionguardian.model.EpicLayout;
import io.productionguardian.release.EpicFolder;
import io.productionguardian.release.FolderException;
import io.productionguardian.source.EpicSnapshot;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * Epics to begin with.
 *
 * @since 0.1.0
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public final class Epics {

  /** The artifacts that an epic must have, by name. */
  static final List<String> REQUIRED = ImmutableList.of("review", "implementation", "plan");

  private static final EpicId ID = new EpicId("epic_25");
  private static final ImmutableList<String> FILES =
      ImmutableList.of(
          "epic_25.md",
          "consensus/artifacts/implementation.json",
          "consensus/artifacts/plan.json",
          "consensus/artifacts/review.json",
          "consensus/messages/inbox/devops/approved_2026_11_19_16_40_00.yaml",
          "consensus/messages/inbox/devops/go_2026_11_19_17_05_00.yaml");

  private static final Epic APPROVABLE = load();

  private Epics() {}

  /** The epic of the specification's own example service, which all shipped rules accept. */
  public static Epic approvable() {
    return APPROVABLE;
  }

  /**
   * An epic as its agents left it in a folder: without what a release of ours wrote there.
   *
   * @throws AssertionError if the folder cannot be read
   */
  public static Epic read(Path folder) {
    try {
      return Epic.of(DecisionInputs.asAgentsLeftIt(EpicFolder.open(folder).snapshot()));
    } catch (FolderException e) {
      throw new AssertionError(e.getMessage(), e);
    }
  }

  /**
   * The approvable epic once without each file and each member and item of its required artifacts:
   * every way in which an agent can leave one thing out.
   */
  public static Stream<Epic> withoutEachPart() {
    return Stream.concat(
        APPROVABLE.files().keySet().stream().map(APPROVABLE::withoutFile),
        REQUIRED.stream()
            .flatMap(
                artifact ->
                    pointers(artifact).stream()
                        .map(pointer -> APPROVABLE.remove(artifact, pointer))));
  }

  /**
   * The pointers of all members and items of an artifact of the approvable epic.
   *
   * @throws AssertionError if it has no such artifact
   */
  public static List<String> pointers(String artifact) {
    return JsonEdits.pointers(APPROVABLE.content(EpicLayout.artifact(artifact)));
  }

  private static Epic load() {
    EpicSnapshot.Builder files = EpicSnapshot.builder(ID);
    FILES.stream().map(Epics::load).forEach(files::file);
    return Epic.of(files.build());
  }

  private static SourceFile load(String path) {
    try (InputStream in = Epics.class.getResourceAsStream(ID + "/" + path)) {
      if (in == null) {
        throw new IllegalStateException("the testkit lacks its fixture " + path);
      }
      return SourceFile.of(path, in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
