package io.productionguardian.testkit.jqwik;

import io.productionguardian.testkit.Epic;
import io.productionguardian.testkit.Epic.Change;
import io.productionguardian.testkit.Epics;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
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
        pointers(Change.Without::new), Arbitraries.of(Change.PATHS).map(Change.WithoutFile::new));
  }

  /** A value that is none of those that are wanted. */
  public static Arbitrary<Change> values() {
    return Arbitraries.of(Change.VALUES)
        .flatMap(json -> pointers((artifact, at) -> new Change.Value(artifact, at, json)));
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
    return Arbitraries.of(Change.PATHS)
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
   * Epics near one of your own: with a part left out, another value, any bytes as a file, or a
   * member more that nobody asks for.
   *
   * @param epic what they are made from; it is among them
   */
  public static Arbitrary<Epic> from(Epic epic) {
    return changed(epic, Arbitraries.oneOf(omissions(), values(), contents(), irrelevant()), 0);
  }

  private interface At {
    Change at(String artifact, String pointer);
  }

  private static Arbitrary<Change> pointers(At change) {
    return Arbitraries.of(ARTIFACTS)
        .flatMap(
            artifact ->
                Arbitraries.of(Epics.pointers(artifact)).map(at -> change.at(artifact, at)));
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
