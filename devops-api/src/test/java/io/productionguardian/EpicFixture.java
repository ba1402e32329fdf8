package io.productionguardian;

import com.google.common.base.Preconditions;
import io.productionguardian.dossier.DecisionInputs;
import io.productionguardian.dossier.Dossier;
import io.productionguardian.model.EpicLayout;
import io.productionguardian.release.EpicFolder;
import io.productionguardian.source.EpicSnapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** A copy of an example epic for a test to change; its files are changed as text, in place. */
public final class EpicFixture {

  public static final String REVIEW = "consensus/artifacts/review.json";
  public static final String IMPLEMENTATION = "consensus/artifacts/implementation.json";
  public static final String PLAN = "consensus/artifacts/plan.json";
  public static final String DEPLOYMENT = "consensus/artifacts/deployment.json";
  public static final String LOG = EpicLayout.DECISION_LOG;

  private static final Path EXAMPLES = Path.of("..", "devops-examples", "epics");

  private final Path root;

  private EpicFixture(Path root) {
    this.root = root;
  }

  /** Copies an example without what this project may have written into it. */
  public static EpicFixture copy(String example, Path into) {
    EpicFixture copy = new EpicFixture(into.resolve(example));
    DecisionInputs.asAgentsLeftIt(new EpicFixture(EXAMPLES.resolve(example)).snapshot())
        .files()
        .forEach((path, file) -> copy.write(path, file.content()));
    return copy;
  }

  /** An epic with nothing but empty folders. */
  public static EpicFixture empty(String epic, Path into) {
    Path root = into.resolve(epic);
    try {
      Files.createDirectories(root.resolve(EpicLayout.ARTIFACTS));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new EpicFixture(root);
  }

  /** The epic's folder. */
  public Path root() {
    return root;
  }

  /** A path below the epic's folder. */
  public Path path(String path) {
    return root.resolve(path);
  }

  /** The text of a file. */
  public String text(String path) {
    try {
      return Files.readString(path(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a file. */
  public EpicFixture write(String path, String text) {
    return write(path, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Writes a file. */
  public EpicFixture write(String path, byte[] content) {
    try {
      Files.createDirectories(path(path).getParent());
      Files.write(path(path), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /** Appends to a file. */
  public EpicFixture append(String path, String text) {
    return write(path, (Files.exists(path(path)) ? text(path) : "") + text);
  }

  /** Deletes a file. */
  public EpicFixture delete(String path) {
    try {
      Files.delete(path(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /** Replaces the first occurrence of a text, which must be there. */
  public EpicFixture replace(String path, String what, String by) {
    String text = text(path);
    Preconditions.checkArgument(text.contains(what), "%s has no %s", path, what);
    int at = text.indexOf(what);
    return write(path, text.substring(0, at) + by + text.substring(at + what.length()));
  }

  /**
   * Puts JSON text at a pointer: in the place of the value there, or as the first member of its
   * parent.
   */
  public EpicFixture set(String path, String pointer, String json) {
    String text = text(path);
    int[] value = span(text, pointer);
    if (value.length == 0) {
      int slash = pointer.lastIndexOf('/');
      int[] parent = span(text, pointer.substring(0, slash));
      Preconditions.checkArgument(parent.length > 0, "%s has no parent of %s", path, pointer);
      String member = "\"" + pointer.substring(slash + 1) + "\": " + json + ", ";
      return write(path, text.substring(0, parent[1] + 1) + member + text.substring(parent[1] + 1));
    }
    return write(path, text.substring(0, value[1]) + json + text.substring(value[2]));
  }

  /** Takes away the member or item at a pointer. */
  public EpicFixture remove(String path, String pointer) {
    String text = text(path);
    int[] span = span(text, pointer);
    Preconditions.checkArgument(span.length > 0, "%s has no %s", path, pointer);
    String before = text.substring(0, span[0]).stripTrailing();
    String after = text.substring(span[2]).stripLeading();
    if (after.startsWith(",")) {
      after = after.substring(1);
    } else if (before.endsWith(",")) {
      before = before.substring(0, before.length() - 1);
    }
    return write(path, before + after);
  }

  /** Start of the member's name, start and end of the value; empty when there is none. */
  private static int[] span(String text, String pointer) {
    try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), text)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        boolean value = token != JsonToken.PROPERTY_NAME && !token.isStructEnd();
        if (value && parser.streamReadContext().pathAsPointer(false).toString().equals(pointer)) {
          return end(parser, nameStart(text, parser, pointer));
        }
      }
    }
    return new int[0];
  }

  private static int nameStart(String text, JsonParser parser, String pointer) {
    int start = (int) parser.currentTokenLocation().getCharOffset();
    String name = "\"" + pointer.substring(pointer.lastIndexOf('/') + 1) + "\"";
    int at = text.lastIndexOf(name, start - 1);
    boolean member = at >= 0 && text.substring(at + name.length(), start).strip().equals(":");
    return member ? at : start;
  }

  private static int[] end(JsonParser parser, int name) {
    int start = (int) parser.currentTokenLocation().getCharOffset();
    parser.skipChildren();
    if (parser.currentToken().isScalarValue()) {
      parser.finishToken();
    }
    return new int[] {name, start, (int) parser.currentLocation().getCharOffset()};
  }

  /** The folder, opened. */
  public EpicFolder folder() {
    return EpicFolder.open(root);
  }

  /** What is in the folder now. */
  public EpicSnapshot snapshot() {
    return folder().snapshot();
  }

  /** What the folder's files say now. */
  public Dossier dossier() {
    return Dossier.of(snapshot());
  }

  /** All files below the folder with their bytes as Latin-1 text, for comparing. */
  public SortedMap<String, String> files() {
    SortedMap<String, String> files = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(root)) {
      List<Path> all = walk.filter(Files::isRegularFile).toList();
      for (Path file : all) {
        files.put(
            root.relativize(file).toString(),
            new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }
}
