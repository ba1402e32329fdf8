package io.productionguardian.rules.standard;

import io.productionguardian.document.EpicSnapshot;
import io.productionguardian.document.Limits;
import io.productionguardian.document.SourceFile;
import io.productionguardian.dossier.Dossier;
import io.productionguardian.dossier.EvidenceSource;
import io.productionguardian.dossier.Inputs;
import io.productionguardian.model.EpicId;
import io.productionguardian.model.EpicLayout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An example epic with edits, said as JSON at a pointer, and what its repository deploys with. */
public record Epic(EpicId id, Map<String, byte[]> files, Map<String, byte[]> repository) {

  private static final Path EPICS = Path.of("../../devops-examples/epics");
  private static final List<EvidenceSource> SOURCES =
      ServiceLoader.load(EvidenceSource.class).stream().map(ServiceLoader.Provider::get).toList();
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** The epic of the specification's own service. */
  public static Epic approvable() {
    return example("epic_25");
  }

  public static Epic example(String name) {
    Path root = EPICS.resolve(name);
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(root)) {
      for (Path path : walk.filter(Files::isRegularFile).toList()) {
        SourceFile file = SourceFile.of(root.relativize(path).toString(), Files.readAllBytes(path));
        if (!Inputs.isGenerated(file)) { // left by the README's first command
          files.put(file.path(), file.content());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Epic(new EpicId(name), files, Map.of());
  }

  public Epic file(String path, String text) {
    Map<String, byte[]> edited = new TreeMap<>(files);
    edited.put(path, text.getBytes(StandardCharsets.UTF_8));
    return new Epic(id, edited, repository);
  }

  /** A file of the repository. */
  public Epic deploys(String path, String text) {
    Map<String, byte[]> edited = new TreeMap<>(repository);
    edited.put(path, text.getBytes(StandardCharsets.UTF_8));
    return new Epic(id, files, edited);
  }

  public Epic withoutFile(String path) {
    Map<String, byte[]> edited = new TreeMap<>(files);
    edited.remove(path);
    return new Epic(id, edited, repository);
  }

  /** A message to devops. */
  public Epic message(String name, String text) {
    return file(EpicLayout.INBOX + "devops/" + name, text);
  }

  public Epic log(String... lines) {
    return file(EpicLayout.DECISION_LOG, String.join("\n", lines) + "\n");
  }

  /** Sets a member or an item; {@code -} appends to a list. */
  public Epic set(String artifact, String pointer, String json) {
    return edit(
        artifact,
        root -> {
          JsonPointer at = JsonPointer.compile(pointer);
          JsonNode parent = root.at(at.head());
          String name = at.last().getMatchingProperty();
          if (parent instanceof ObjectNode object) {
            object.set(name, JSON.readTree(json));
          } else if (name.equals("-")) {
            ((ArrayNode) parent).add(JSON.readTree(json));
          } else {
            ((ArrayNode) parent).set(Integer.parseInt(name), JSON.readTree(json));
          }
          return root;
        });
  }

  /** Takes a member or an item away. */
  public Epic remove(String artifact, String pointer) {
    return edit(
        artifact,
        root -> {
          JsonPointer at = JsonPointer.compile(pointer);
          JsonNode parent = root.at(at.head());
          String name = at.last().getMatchingProperty();
          JsonNode removed =
              parent instanceof ObjectNode object
                  ? object.remove(name)
                  : ((ArrayNode) parent).remove(Integer.parseInt(name));
          if (removed == null) {
            throw new AssertionError("nothing at " + pointer + " of " + artifact);
          }
          return root;
        });
  }

  public EpicSnapshot snapshot() {
    return EpicSnapshot.of(id, sources(files), sources(repository), Limits.STANDARD);
  }

  public Dossier dossier() {
    return Dossier.of(snapshot(), SOURCES);
  }

  private static List<SourceFile> sources(Map<String, byte[]> files) {
    return files.entrySet().stream()
        .map(entry -> SourceFile.of(entry.getKey(), entry.getValue()))
        .toList();
  }

  private Epic edit(String artifact, UnaryOperator<JsonNode> change) {
    String path = Dossier.artifactPath(artifact);
    JsonNode edited = change.apply(JSON.readTree(files.get(path)));
    return file(path, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(edited));
  }
}
