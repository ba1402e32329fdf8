package io.productionguardian.dossier;

import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Maps;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import io.productionguardian.document.SourceFile;
import io.productionguardian.model.EpicLayout;
import io.productionguardian.source.EpicSnapshot;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/**
 * The files that a decision is made from: all of the snapshot but what this project wrote itself.
 *
 * @param files by the path under which they count; a draft that was set aside counts under the path
 *     that it was written to
 * @param repository what the repository deploys with, by the path below its root
 * @param sha256 digest of their paths and contents, without this project's own entries of the
 *     decision log; 64 hexadecimal digits
 * @since 0.1.0
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record DecisionInputs(
    NavigableMap<String, SourceFile> files,
    NavigableMap<String, SourceFile> repository,
    String sha256) {

  /** Keeps copies. */
  public DecisionInputs {
    files = ImmutableSortedMap.copyOfSorted(files);
    repository = ImmutableSortedMap.copyOfSorted(repository);
  }

  /** A mark further down is a quotation and not the generator's. */
  private static final int MARK_WITHIN = 400;

  /** What agents write to one another may quote the mark and is no less a message. */
  private static final String OWN_MESSAGES = EpicLayout.INBOX + "quality/veto_";

  /** As {@link EpicLayout#draftOf} names one. */
  private static final Pattern DRAFT =
      Pattern.compile("(?<name>.*)\\.draft(?<ending>(\\.[^./]*)?)", Pattern.DOTALL);

  private static final String WORKFLOWS = ".github/workflows/";

  private static final String OWN_ENTRY = "\"generated_by\":\"" + EpicLayout.GENERATOR;

  static DecisionInputs of(EpicSnapshot snapshot) {
    ImmutableSortedMap.Builder<String, SourceFile> files = ImmutableSortedMap.naturalOrder();
    for (SourceFile file : snapshot.files().values()) {
      if (isGenerated(file)) {
        continue;
      }
      Optional<String> original = original(file.path());
      if (original.isEmpty()) {
        files.put(file.path(), file);
      } else if (snapshot.file(original.get()).filter(other -> !isGenerated(other)).isEmpty()) {
        files.put(original.get(), file);
      }
    }
    NavigableMap<String, SourceFile> inputs = files.buildOrThrow();
    NavigableMap<String, SourceFile> repository =
        ImmutableSortedMap.copyOf(
            Maps.filterValues(snapshot.repository(), file -> !isOwnWorkflow(file)));
    return new DecisionInputs(inputs, repository, digest(inputs, repository));
  }

  /**
   * An epic as its agents left it, before any release of ours: without the files that this project
   * wrote, with each draft where its agent wrote it, and with the entries of others only in the
   * decision log. A log that has no others is left out.
   */
  public static EpicSnapshot asAgentsLeftIt(EpicSnapshot snapshot) {
    EpicSnapshot.Builder files = EpicSnapshot.builder(snapshot.epic(), snapshot.limits());
    of(snapshot).files.forEach((path, file) -> asAgentsLeftIt(path, file).ifPresent(files::file));
    snapshot.repository().values().forEach(files::repositoryFile);
    return files.build();
  }

  private static Optional<SourceFile> asAgentsLeftIt(String path, SourceFile file) {
    if (file.fault().isPresent()) {
      return Optional.of(file);
    }
    if (!path.equals(EpicLayout.DECISION_LOG) || !file.text().contains(OWN_ENTRY)) {
      return Optional.of(SourceFile.of(path, file.content()));
    }
    String others = withoutOwnEntries(file.text());
    return others.isEmpty() ? Optional.empty() : Optional.of(SourceFile.of(path, others));
  }

  /**
   * What one file was taken for: there is one of these for each file below the epic folder and each
   * deploy file.
   *
   * @param file its path below the epic folder or the repository's root
   * @param role how far it counts
   * @param as what it was read as, for instance {@code Trivy report}; for what was not, its kind
   * @param about whom it is about, as it names them: an image, a workload or an agent
   * @param day of when it is, as it says
   * @param reason why it is not read
   * @param sha256 SHA-256 of its bytes, 64 hexadecimal digits; of the reason where they are not
   *     known
   * @since 0.1.0
   */
  public record Accounted(
      String file,
      Role role,
      String as,
      Optional<String> about,
      Optional<LocalDate> day,
      Optional<String> reason,
      String sha256) {

    /** How far a file counts. */
    public enum Role {
      /** It is read. */
      READ,
      /** It is read, but about another service: it neither harms nor helps. */
      FOREIGN,
      /** Of a kind that says nothing here: text, a picture, nothing at all. */
      HARMLESS,
      /** Nobody knows what it says. */
      UNREAD;

      /** The name in reports, for instance {@code read}. */
      public String wireName() {
        return name().toLowerCase(Locale.ROOT);
      }
    }
  }

  /** The file that counts under a path. */
  public Optional<SourceFile> file(String path) {
    return Optional.ofNullable(files.get(path));
  }

  /** Whether this project wrote the file. */
  public static boolean isGenerated(SourceFile file) {
    String path = file.path();
    return (path.startsWith(OWN_MESSAGES) || EpicLayout.isReleased(path))
        && file.head(MARK_WITHIN).contains(EpicLayout.GENERATOR_MARK);
  }

  /**
   * A workflow that a release wrote and somebody put in its place; it deploys nothing by itself.
   */
  static boolean isOwnWorkflow(SourceFile file) {
    return file.path().startsWith(WORKFLOWS)
        && file.head(MARK_WITHIN).contains(EpicLayout.GENERATOR_MARK);
  }

  /** The path that a draft was set aside from. */
  static Optional<String> original(String path) {
    Matcher draft = DRAFT.matcher(path);
    return draft.matches()
        ? Optional.of(draft.group("name") + draft.group("ending")).filter(EpicLayout::isReleased)
        : Optional.empty();
  }

  /**
   * The digests by which the epic's files count, by path: SHA-256 of the bytes, but for the
   * decision log, of which only the entries of others count; it is not among them when there are
   * none.
   */
  public NavigableMap<String, String> digests() {
    return digests(files);
  }

  private static NavigableMap<String, String> digests(NavigableMap<String, SourceFile> files) {
    ImmutableSortedMap.Builder<String, String> digests = ImmutableSortedMap.naturalOrder();
    files.forEach(
        (path, file) -> {
          if (!path.equals(EpicLayout.DECISION_LOG) || file.fault().isPresent()) {
            digests.put(path, file.sha256());
            return;
          }
          String others = withoutOwnEntries(file.text()).strip();
          if (!others.isEmpty()) {
            digests.put(
                path, Hashing.sha256().hashString(others, StandardCharsets.UTF_8).toString());
          }
        });
    return digests.buildOrThrow();
  }

  private static String digest(
      NavigableMap<String, SourceFile> inputs, NavigableMap<String, SourceFile> repository) {
    Hasher hasher = Hashing.sha256().newHasher();
    digests(inputs)
        .forEach(
            (path, sha256) ->
                hasher.putString(sha256 + "  " + path + "\n", StandardCharsets.UTF_8));
    repository.forEach(
        (path, file) ->
            hasher.putString(
                file.sha256() + "  (repository) " + path + "\n", StandardCharsets.UTF_8));
    return hasher.hash().toString();
  }

  /** The lines of others, each with its end. */
  private static String withoutOwnEntries(String log) {
    return log.lines()
        .filter(line -> !line.contains(OWN_ENTRY))
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }
}
