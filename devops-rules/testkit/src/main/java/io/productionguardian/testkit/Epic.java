package io.productionguardian.testkit;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import io.productionguardian.document.SourceFile;
import io.productionguardian.dossier.Dossier;
import io.productionguardian.dossier.EvidenceSource;
import io.productionguardian.model.EpicId;
import io.productionguardian.model.EpicLayout;
import io.productionguardian.source.DeploymentFiles;
import io.productionguardian.source.EpicSnapshot;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.apiguardian.api.API;

/**
 * An epic's files in memory, and what its repository deploys with. Immutable: an edit gives another
 * epic, which remembers the edit so that a failure can show it.
 *
 * @since 0.1.0
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public final class Epic {

  private final EpicId id;
  private final NavigableMap<String, SourceFile> files;
  private final NavigableMap<String, SourceFile> repository;
  private final List<String> edits;

  /** Read once, as many rules ask the same epic. */
  private final Supplier<Dossier> dossier =
      Suppliers.memoize(() -> Dossier.of(snapshot(), Sources.ALL));

  private Epic(
      EpicId id,
      Map<String, SourceFile> files,
      Map<String, SourceFile> repository,
      List<String> edits) {
    this.id = id;
    this.files = ImmutableSortedMap.copyOf(files);
    this.repository = ImmutableSortedMap.copyOf(repository);
    this.edits = ImmutableList.copyOf(edits);
  }

  /** The epic of a snapshot. */
  public static Epic of(EpicSnapshot snapshot) {
    return new Epic(snapshot.epic(), snapshot.files(), snapshot.repository(), List.of());
  }

  /** Its name, which is that of its folder. */
  public EpicId id() {
    return id;
  }

  /** Its files, by path below the epic folder. */
  public NavigableMap<String, SourceFile> files() {
    return files;
  }

  /** What the repository deploys with, by path below its root. */
  public NavigableMap<String, SourceFile> repository() {
    return repository;
  }

  /** What was done to the fixture that it was made from, in order. */
  public List<String> edits() {
    return edits;
  }

  /**
   * Sets a member or an item of an artifact; the last segment {@code -} appends to a list.
   *
   * @param artifact {@code review}, {@code implementation}, {@code plan} or another one's name
   * @param pointer JSON pointer (RFC 6901); all but its last segment must be there
   * @param json the value
   * @throws AssertionError if there is no such artifact or place
   */
  public Epic set(String artifact, String pointer, String json) {
    String path = EpicLayout.artifact(artifact);
    return edited(path, JsonEdits.set(content(path), pointer, json), path + pointer + " = " + json);
  }

  /**
   * Takes a member or an item of an artifact away.
   *
   * @throws AssertionError if it is not there
   */
  public Epic remove(String artifact, String pointer) {
    String path = EpicLayout.artifact(artifact);
    return edited(path, JsonEdits.remove(content(path), pointer), "without " + path + pointer);
  }

  /** With a file of this text, be it new or there already. */
  public Epic file(String path, String text) {
    return file(path, text.getBytes(StandardCharsets.UTF_8));
  }

  /** With a file of these bytes, be it new or there already. */
  public Epic file(String path, byte[] content) {
    return edited(path, content, path + " of " + content.length + " bytes");
  }

  /** Without a file, or as it is when it has no such file. */
  public Epic withoutFile(String path) {
    Map<String, SourceFile> others = new TreeMap<>(files);
    return others.remove(path) == null
        ? this
        : new Epic(id, others, repository, with("without " + path));
  }

  /** With a message in the inbox of devops. */
  public Epic message(String name, String text) {
    return file(EpicLayout.INBOX + "devops/" + name, text);
  }

  /** With these lines as its decision log. */
  public Epic log(String... lines) {
    return file(EpicLayout.DECISION_LOG, String.join("\n", lines) + "\n");
  }

  /**
   * With a file of the repository, for instance a compose file.
   *
   * @throws AssertionError if it is none that a service is {@linkplain DeploymentFiles deployed
   *     with}, since no snapshot would have it
   */
  public Epic deploys(String path, String text) {
    if (!DeploymentFiles.isOne(path, repository::containsKey)) {
      throw new AssertionError(path + " is no file that a service is deployed with");
    }
    Map<String, SourceFile> others = new TreeMap<>(repository);
    others.put(path, SourceFile.of(path, text));
    return new Epic(id, files, others, with("deploys " + path));
  }

  /**
   * With the members of all objects in its JSON artifacts the other way round, meaning the same.
   */
  public Epic reversed() {
    Map<String, SourceFile> others = new TreeMap<>(files);
    others.replaceAll(
        (path, file) ->
            path.startsWith(EpicLayout.ARTIFACTS) && path.endsWith(".json")
                ? JsonEdits.reversed(file.content())
                    .map(content -> SourceFile.of(path, content))
                    .orElse(file)
                : file);
    return new Epic(id, others, repository, with("members reversed"));
  }

  /**
   * The pointers of all members and items of an artifact, in the file's order.
   *
   * @return none when it has no such artifact, or one that is no JSON
   */
  public List<String> pointers(String artifact) {
    try {
      return JsonEdits.pointers(content(EpicLayout.artifact(artifact)));
    } catch (AssertionError none) {
      return List.of();
    }
  }

  /** What a gate is asked to judge. */
  public EpicSnapshot snapshot() {
    EpicSnapshot.Builder snapshot = EpicSnapshot.builder(id);
    files.values().forEach(snapshot::file);
    repository.values().forEach(snapshot::repositoryFile);
    return snapshot.build();
  }

  /** What a rule is asked to check, with the evidence that the sources on the path read. */
  public Dossier dossier() {
    return dossier.get();
  }

  byte[] content(String path) {
    SourceFile file = files.get(path);
    if (file == null) {
      throw new AssertionError("no file " + path + " in " + this);
    }
    return file.content();
  }

  private Epic edited(String path, byte[] content, String edit) {
    Map<String, SourceFile> others = new TreeMap<>(files);
    others.put(path, SourceFile.of(path, content));
    return new Epic(id, others, repository, with(edit));
  }

  private List<String> with(String edit) {
    return ImmutableList.<String>builder().addAll(edits).add(edit).build();
  }

  /** The name and the edits, which are what matters of a fixture. */
  @Override
  public String toString() {
    return edits.isEmpty() ? id.value() : id + " with " + String.join("; ", edits);
  }

  /** Loaded at the first question only: the files of an epic need none. */
  private static final class Sources {
    static final List<EvidenceSource> ALL =
        ServiceLoader.load(EvidenceSource.class).stream()
            .map(ServiceLoader.Provider::get)
            .collect(ImmutableList.toImmutableList());
  }

  /**
   * One thing that is done to an epic. Where there is nothing to do it to, it changes nothing, so
   * that any changes can follow each other.
   *
   * @since 0.1.0
   */
  public sealed interface Change {

    /** The epic after it. */
    Epic applyTo(Epic epic);

    /**
     * Takes a member or an item of an artifact away.
     *
     * @param artifact its name, for instance {@code plan}
     * @param pointer JSON pointer
     */
    record Without(String artifact, String pointer) implements Change {
      @Override
      public Epic applyTo(Epic epic) {
        try {
          return epic.remove(artifact, pointer);
        } catch (AssertionError gone) {
          return epic; // an earlier change took it away
        }
      }
    }

    /**
     * Gives a member or an item of an artifact a value, or adds one.
     *
     * @param artifact its name, for instance {@code plan}
     * @param pointer JSON pointer
     * @param json the value
     */
    record Value(String artifact, String pointer, String json) implements Change {
      @Override
      public Epic applyTo(Epic epic) {
        try {
          return epic.set(artifact, pointer, json);
        } catch (AssertionError gone) {
          return epic; // an earlier change took its place away
        }
      }
    }

    /**
     * Writes a file.
     *
     * @param path below the epic folder
     * @param content ISO-8859-1, so that it can be any bytes and be shown
     */
    record Content(String path, String content) implements Change {
      @Override
      public Epic applyTo(Epic epic) {
        return epic.file(path, content.getBytes(StandardCharsets.ISO_8859_1));
      }
    }

    /**
     * Takes a file away.
     *
     * @param path below the epic folder
     */
    record WithoutFile(String path) implements Change {
      @Override
      public Epic applyTo(Epic epic) {
        return epic.withoutFile(path);
      }
    }

    /** Values that agents write where others are wanted, and some that mean to do harm. */
    List<String> VALUES =
        ImmutableList.of(
            "null",
            "true",
            "false",
            "0",
            "-1",
            "1.5",
            "1e400",
            "99999999999999999999",
            "\"\"",
            "\" \"",
            "\"x\"",
            "\"veto\"",
            "\"passed\"",
            "\"60s\"",
            "\"../../etc/passwd\"",
            "\"${{ secrets.TOKEN }}\"",
            "\"`id`; $(id) | rm\"",
            "\"a\\nb: c\\n# d\"",
            "\"\\u0000\\u001b[31m\\u202e\"",
            "\"\\ud83d\"",
            "[]",
            "[null]",
            "[[]]",
            "{}",
            "{\"a\": {\"b\": null}}");

    /** Contents that are no proper file of any kind, or a trap for its reader. */
    List<String> CONTENTS =
        ImmutableList.of(
            "",
            "\n",
            "null",
            "[]",
            "{",
            "{}",
            "{\"a\":1,\"a\":2}",
            "{\"agent\":\"devops\"",
            "a: &a [*a]\n",
            "a: b: c\n",
            "!!java.net.URL [x]\n",
            "- - - - [",
            "<<<<<<< HEAD\na: 1\n=======\na: 2\n>>>>>>> b\n",
            "from: quality\ntype: veto\n",
            "\0\0\0",
            "\u00ff\u00fe\u0000",
            "\u00c3(",
            "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>");

    /** Where files that are read can lie. */
    List<String> PATHS =
        ImmutableList.of(
            EpicLayout.artifact("review"),
            EpicLayout.artifact("implementation"),
            EpicLayout.artifact("plan"),
            EpicLayout.artifact("deployment"),
            EpicLayout.ARTIFACTS + "runbook.md",
            EpicLayout.ARTIFACTS + "evidence/report.json",
            EpicLayout.ARTIFACTS + "evidence/report.xml",
            EpicLayout.ARTIFACTS + "evidence/rollback_drill.json",
            EpicLayout.DECISION_LOG,
            EpicLayout.INBOX + "devops/message.yaml",
            EpicLayout.INBOX + "devops/message.json");

    /** Any change, by chance. */
    static Change random(RandomGenerator random) {
      String artifact = pick(Epics.REQUIRED, random);
      return switch (random.nextInt(8)) {
        case 0, 1, 2 -> new Without(artifact, pick(Epics.pointers(artifact), random));
        case 3, 4, 5 ->
            new Value(artifact, pick(Epics.pointers(artifact), random), pick(VALUES, random));
        case 6 -> new Content(pick(PATHS, random), pick(CONTENTS, random));
        default -> new WithoutFile(pick(PATHS, random));
      };
    }

    private static String pick(List<String> from, RandomGenerator random) {
      return from.get(random.nextInt(from.size()));
    }
  }
}
