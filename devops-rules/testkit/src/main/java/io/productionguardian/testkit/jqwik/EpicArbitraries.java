package io.productionguardian.testkit.jqwik;

import io.productionguardian.model.EpicLayout;
import io.productionguardian.testkit.Epic;
import io.productionguardian.testkit.Epic.Change;
import io.productionguardian.testkit.Epics;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.domains.DomainContextBase;
import org.apiguardian.api.API;

/**
 * Generators of epics. Each is the approvable epic with some changes, and shrinks to the fewest of
 * them that still fail.
 *
 * @since 0.1.0
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public final class EpicArbitraries {

  private static final int MOST_CHANGES = 4;
  private static final List<String> ARTIFACTS = List.of("review", "implementation", "plan");
  private static final Pattern ARTIFACT =
      Pattern.compile(Pattern.quote(EpicLayout.ARTIFACTS) + "([^/]+)\\.json");

  private EpicArbitraries() {}

  /** Valid, nearly valid and hostile epics. */
  public static Arbitrary<Epic> epics() {
    return Arbitraries.oneOf(valid(), nearlyValid(), hostile());
  }

  /** Epics that mean the same as the approvable one: with members more that nobody asks for. */
  public static Arbitrary<Epic> valid() {
    return changed(irrelevant(), 0);
  }

  /** Epics with a part left out or another value somewhere. */
  public static Arbitrary<Epic> nearlyValid() {
    return changed(Arbitraries.oneOf(omissions(), values()), 1);
  }

  /** Epics with any bytes as any file, and all that nearly valid ones have. */
  public static Arbitrary<Epic> hostile() {
    return changed(Arbitraries.oneOf(contents(), contents(), omissions(), values()), 1);
  }

  /** A part of an artifact, or a file, left out. */
  public static Arbitrary<Change> omissions() {
    return Arbitraries.oneOf(
        pointers(ARTIFACTS, Epics::pointers, Change.Without::new),
        Arbitraries.of(Change.PATHS).map(Change.WithoutFile::new));
  }

  /** A value that is none of those that are wanted. */
  public static Arbitrary<Change> values() {
    return values(ARTIFACTS, Epics::pointers);
  }

  private static Arbitrary<Change> values(
      List<String> artifacts, Function<String, List<String>> pointers) {
    return Arbitraries.of(Change.VALUES)
        .flatMap(
            json ->
                pointers(
                    artifacts, pointers, (artifact, at) -> new Change.Value(artifact, at, json)));
  }

  /** A member that no rule and no format knows. */
  public static Arbitrary<Change> irrelevant() {
    return Arbitraries.of(ARTIFACTS)
        .flatMap(
            artifact ->
                Arbitraries.strings()
                    .alpha()
                    .ofMinLength(1)
                    .ofMaxLength(8)
                    .map(word -> new Change.Value(artifact, "/x_note_" + word, '"' + word + '"')));
  }

  /** Any bytes as a file that is read. */
  public static Arbitrary<Change> contents() {
    return contents(Change.PATHS);
  }

  private static Arbitrary<Change> contents(List<String> paths) {
    return Arbitraries.of(paths)
        .flatMap(
            path ->
                Arbitraries.oneOf(
                        Arbitraries.of(Change.CONTENTS),
                        Arbitraries.strings().withCharRange('\0', '\u00ff').ofMaxLength(80),
                        Arbitraries.strings()
                            .withChars("{}[]\":,-#&*!|>'%@\\ \n\tab0")
                            .ofMaxLength(40))
                    .map(content -> new Change.Content(path, content)));
  }

  /**
   * Epics near one of your own: with a part or a file left out, another value, any bytes as a file,
   * or a member more that nobody asks for. Its own files, and the members of its own artifacts, are
   * what is changed; files that others read may come to them.
   *
   * @param epic what they are made from; it is among them
   */
  public static Arbitrary<Epic> from(Epic epic) {
    List<String> paths =
        Stream.concat(epic.files().keySet().stream(), Change.PATHS.stream()).distinct().toList();
    List<String> artifacts =
        epic.files().keySet().stream()
            .map(ARTIFACT::matcher)
            .filter(Matcher::matches)
            .map(path -> path.group(1))
            .filter(artifact -> !epic.pointers(artifact).isEmpty())
            .toList();
    Arbitrary<Change> files =
        Arbitraries.oneOf(contents(paths), Arbitraries.of(paths).map(Change.WithoutFile::new));
    Arbitrary<Change> members =
        Arbitraries.oneOf(
            pointers(artifacts, epic::pointers, Change.Without::new),
            values(artifacts, epic::pointers));
    return changed(
        epic,
        artifacts.isEmpty()
            ? files
            : Arbitraries.frequencyOf(
                Tuple.of(1, files), Tuple.of(2, members), Tuple.of(1, irrelevant())),
        0);
  }

  private interface At {
    Change at(String artifact, String pointer);
  }

  private static Arbitrary<Change> pointers(
      List<String> artifacts, Function<String, List<String>> pointers, At change) {
    return Arbitraries.of(artifacts)
        .flatMap(
            artifact ->
                Arbitraries.of(pointers.apply(artifact)).map(at -> change.at(artifact, at)));
  }

  private static Arbitrary<Epic> changed(Arbitrary<Change> change, int least) {
    return changed(Epics.approvable(), change, least);
  }

  private static Arbitrary<Epic> changed(Epic from, Arbitrary<Change> change, int least) {
    return change
        .list()
        .ofMinSize(least)
        .ofMaxSize(MOST_CHANGES)
        .map(
            changes -> {
              Epic epic = from;
              for (Change one : changes) {
                epic = one.applyTo(epic);
              }
              return epic;
            });
  }

  /**
   * Makes {@code @ForAll Epic} and {@code @ForAll Change} work.
   *
   * <pre>{@code
   * @Property
   * @Domain(EpicDomain.class)
   * void neverThrows(@ForAll Epic epic) {
   *   guardian.assess(epic.snapshot(), Instant.EPOCH);
   * }
   * }</pre>
   *
   * @since 0.1.0
   */
  public static class EpicDomain extends DomainContextBase {

    /** For jqwik, which makes one for each property. */
    public EpicDomain() {}

    /** Valid, nearly valid and hostile epics. */
    @Provide
    public Arbitrary<Epic> epics() {
      return EpicArbitraries.epics();
    }

    /** Anything that can be done to an epic. */
    @Provide
    public Arbitrary<Change> changes() {
      return Arbitraries.oneOf(
          EpicArbitraries.omissions(),
          EpicArbitraries.values(),
          EpicArbitraries.irrelevant(),
          EpicArbitraries.contents());
    }
  }
}
