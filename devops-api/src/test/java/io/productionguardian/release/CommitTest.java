package io.productionguardian.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.productionguardian.EpicFixture;
import io.productionguardian.Guardian;
import io.productionguardian.Release;
import io.productionguardian.RenderedFile;
import io.productionguardian.TestRenderer;
import io.productionguardian.document.Document;
import io.productionguardian.document.Document.Limits;
import io.productionguardian.document.SourceFile;
import io.productionguardian.model.EpicLayout;
import io.productionguardian.release.ReleaseTarget.Commit;
import io.productionguardian.release.ReleaseTarget.StaleSnapshotException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Writing a release: all of it or nothing, whatever happens and whoever else is at work. */
class CommitTest {

  private static final Instant FIRST = Instant.parse("2026-11-20T09:00:00Z");
  private static final Instant SECOND = Child.NOW;
  private static final String OTHER =
      "{\"timestamp\":\"2026_11_20_09_30_00\",\"agent\":\"quality\",\"decision\":\"ack\"}\n";

  @TempDir private Path temp;
  private EpicFixture epic;

  /** An epic with a release in it and a log that others wrote to; then its plan has changed. */
  @BeforeEach
  void prepare() throws IOException {
    epic = prepared("main");
  }

  private EpicFixture prepared(String name) throws IOException {
    EpicFixture fresh = EpicFixture.copy("epic_25", temp.resolve(name));
    fresh.write(EpicFixture.LOG, OTHER);
    Child.commit(fresh.folder(), Child.guardian("first", ""), FIRST);
    fresh.append(EpicFixture.PLAN, "\n");
    return fresh;
  }

  private static Release release(EpicFixture epic, Guardian guardian) {
    return guardian.render(guardian.assess(epic.snapshot(), SECOND));
  }

  private static Release release(EpicFixture epic) {
    return release(epic, Child.guardian("second", ""));
  }

  private static EpicFolder hooked(EpicFixture epic, Staging.Steps steps) throws IOException {
    return EpicFolder.open(epic.root(), Limits.STANDARD, steps);
  }

  /** What is written twice by nobody: each line of the log is one complete entry. */
  private static List<String> log(EpicFixture epic) {
    Document document =
        SourceFile.of(EpicFixture.LOG, epic.text(EpicFixture.LOG))
            .read(Document.Format.JSON_LINES, Limits.STANDARD);
    assertThat(document.faults()).isEmpty();
    return epic.text(EpicFixture.LOG).lines().toList();
  }

  private static void nothingLeft(EpicFixture epic) throws IOException {
    try (var list = Files.list(epic.path("consensus"))) {
      assertThat(list.filter(Files::isDirectory).map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("artifacts", "messages");
    }
  }

  // The plain way

  @Test
  void aReleaseIsWrittenWithTheLogLineLast() throws Exception {
    List<String> steps = new ArrayList<>();
    Release release = release(epic);

    Commit commit = hooked(epic, steps::add).commit(release);

    List<String> paths = new ArrayList<>(TestRenderer.FILES);
    paths.add(EpicFixture.LOG);
    assertThat(commit.written()).containsExactlyElementsOf(paths);
    release.files().forEach(f -> assertThat(epic.text(f.path())).isEqualTo(f.text()));
    assertThat(log(epic)).hasSize(3).endsWith(release.logLine().text().strip());
    assertThat(steps)
        .containsExactly(
            "staged " + TestRenderer.FILES.get(0),
            "staged " + TestRenderer.FILES.get(1),
            "staged " + TestRenderer.FILES.get(2),
            "ready",
            "moved " + TestRenderer.FILES.get(0),
            "moved " + TestRenderer.FILES.get(1),
            "moved " + TestRenderer.FILES.get(2),
            "committed");
    nothingLeft(epic);
  }

  @Test
  void aFirstReleaseMakesTheLog() throws Exception {
    EpicFixture fresh = EpicFixture.copy("epic_25", temp.resolve("fresh"));

    fresh.folder().commit(release(fresh));

    assertThat(log(fresh)).hasSize(1);
  }

  @Test
  void aRepeatWritesNothing() throws Exception {
    epic.folder().commit(release(epic));
    SortedMap<String, String> before = epic.files();
    Release again = release(epic);
    List<String> steps = new ArrayList<>();

    assertThat(again.assessment().repeats()).isTrue();
    assertThat(hooked(epic, steps::add).commit(again).written()).isEmpty();
    assertThat(epic.files()).isEqualTo(before);
    assertThat(steps).isEmpty();
  }

  @Test
  void aLogWithoutANewlineAtItsEndIsContinuedInANewLine() throws Exception {
    epic.write(EpicFixture.LOG, epic.text(EpicFixture.LOG).stripTrailing());

    epic.folder().commit(release(epic));

    assertThat(log(epic)).hasSize(3);
  }

  @Test
  void anAgentsDraftIsKeptBeside() throws Exception {
    EpicFixture fresh = EpicFixture.copy("epic_25", temp.resolve("fresh"));
    fresh.write(EpicFixture.DEPLOYMENT, "{\"mine\": 1}");

    fresh.folder().commit(release(fresh));

    assertThat(fresh.text(EpicLayout.draftOf(EpicFixture.DEPLOYMENT))).isEqualTo("{\"mine\": 1}");
    assertThat(fresh.text(EpicFixture.DEPLOYMENT)).contains(EpicLayout.GENERATOR_MARK);
    assertThat(release(fresh).assessment().repeats()).isTrue();
  }

  // A folder that has changed

  @Test
  void aLogThatHasChangedIsNotWrittenTo() throws Exception {
    Release release = release(epic);
    epic.append(EpicFixture.LOG, OTHER);
    SortedMap<String, String> before = epic.files();

    assertThatExceptionOfType(StaleSnapshotException.class)
        .isThrownBy(() -> epic.folder().commit(release))
        .withMessageContaining("decision log has changed");
    assertThat(epic.files()).isEqualTo(before);

    epic.folder().commit(release(epic));
    assertThat(log(epic)).hasSize(4);
  }

  @Test
  void aLogThatAppearedMeanwhileIsNotWrittenTo() throws Exception {
    EpicFixture fresh = EpicFixture.copy("epic_25", temp.resolve("fresh"));
    Release release = release(fresh);
    fresh.write(EpicFixture.LOG, OTHER);

    assertThatExceptionOfType(StaleSnapshotException.class)
        .isThrownBy(() -> fresh.folder().commit(release));
    assertThat(log(fresh)).hasSize(1);
  }

  @Test
  void anInputThatHasChangedMakesTheDecisionStale() throws Exception {
    Release release = release(epic);
    epic.set(EpicFixture.REVIEW, "/review_status", "\"blocked\"");
    SortedMap<String, String> before = epic.files();

    assertThatExceptionOfType(StaleSnapshotException.class)
        .isThrownBy(() -> epic.folder().commit(release));
    assertThat(epic.files()).isEqualTo(before);
  }

  // What stands in the way

  private void refusedAndUntouched(EpicFixture in, String message) {
    Release release = release(in);
    SortedMap<String, String> before = in.files();

    assertThatExceptionOfType(FolderException.class)
        .isThrownBy(() -> in.folder().commit(release))
        .withMessageContaining(message)
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n", "Exception"));
    assertThat(in.files()).isEqualTo(before);
    assertThat(in.folder().interrupted()).isFalse();
  }

  @Test
  void aFolderWhereAFileGoesIsRefused() throws Exception {
    epic.delete(TestRenderer.RUNBOOK);
    Files.createDirectories(epic.path(TestRenderer.RUNBOOK + "/inner"));

    refusedAndUntouched(epic, TestRenderer.RUNBOOK + " is a folder; move it away");
  }

  @Test
  void aFileWhereAFolderIsNeededIsRefused() throws Exception {
    EpicFixture fresh = EpicFixture.copy("epic_25", temp.resolve("fresh"));
    fresh.write("consensus/artifacts/deploy", "in the way");

    refusedAndUntouched(fresh, "consensus/artifacts/deploy is a link or a file");
    assertThat(fresh.path(EpicFixture.LOG)).doesNotExist();
  }

  @Test
  void aLinkOutOfTheFolderIsNotWrittenThrough() throws Exception {
    EpicFixture fresh = EpicFixture.copy("epic_25", temp.resolve("fresh"));
    Path outside = Files.createDirectories(temp.resolve("outside"));
    Files.createSymbolicLink(fresh.path("consensus/artifacts/deploy"), outside);

    refusedAndUntouched(fresh, "consensus/artifacts/deploy is a link or a file");
    assertThat(outside).isEmptyDirectory();
  }

  @Test
  void aLogThatIsALinkIsNotWrittenThrough() throws Exception {
    Path outside = Files.writeString(temp.resolve("outside.jsonl"), OTHER);
    epic.delete(EpicFixture.LOG);
    Files.createSymbolicLink(epic.path(EpicFixture.LOG), outside);

    refusedAndUntouched(epic, "decision_log.jsonl is not a regular file");
    assertThat(outside).hasContent(OTHER.strip());
  }

  @Test
  void aLogThatIsAFolderIsRefused() throws Exception {
    epic.delete(EpicFixture.LOG);
    Files.createDirectory(epic.path(EpicFixture.LOG));

    refusedAndUntouched(epic, "decision_log.jsonl is not a regular file");
  }

  @Test
  void aConsensusFolderThatIsALinkIsNotWrittenThrough() throws Exception {
    Path other = Files.createDirectories(temp.resolve("epic_9"));
    Files.createSymbolicLink(other.resolve("consensus"), epic.path("consensus"));
    SortedMap<String, String> before = epic.files();
    Guardian guardian = Child.guardian("second", "");
    Release release =
        guardian.render(guardian.assess(epic.snapshot(), SECOND)); // read where it can be read

    assertThatExceptionOfType(FolderException.class)
        .isThrownBy(() -> EpicFolder.open(other).commit(release))
        .withMessageContaining("consensus is a link");
    assertThat(epic.files()).isEqualTo(before);
  }

  @Test
  void aLinkInAFilesPlaceIsReplacedAndNotFollowed() throws Exception {
    Path outside = Files.writeString(temp.resolve("outside.md"), "precious");
    epic.delete(TestRenderer.RUNBOOK);
    Files.createSymbolicLink(epic.path(TestRenderer.RUNBOOK), outside);

    epic.folder().commit(release(epic));

    assertThat(outside).hasContent("precious");
    assertThat(Files.isSymbolicLink(epic.path(TestRenderer.RUNBOOK))).isFalse();
  }

  // Crashes

  private static final class Crash extends Error {
    private static final long serialVersionUID = 1L;
  }

  private static Staging.Steps crashAt(int step) {
    int[] done = {0};
    return name -> {
      if (done[0]++ == step) {
        throw new Crash();
      }
    };
  }

  private static int stepsOf(EpicFixture epic) throws IOException {
    List<String> steps = new ArrayList<>();
    hooked(epic, steps::add).commit(release(epic));
    return steps.size();
  }

  /** At each step, with and without a log and with an agent that writes right after the crash. */
  @TestFactory
  List<DynamicTest> aCrashAtAnyStepLeavesAllOrNothing() throws IOException {
    EpicFixture done = prepared("done");
    SortedMap<String, String> before = done.files();
    int steps = stepsOf(done);
    SortedMap<String, String> after = done.files();
    assertThat(after).isNotEqualTo(before);

    return IntStream.range(0, steps)
        .mapToObj(
            step ->
                DynamicTest.dynamicTest(
                    "step " + step,
                    () -> {
                      EpicFixture crashed = prepared("crash" + step);
                      Release release = release(crashed);
                      EpicFolder folder = hooked(crashed, crashAt(step));
                      assertThatExceptionOfType(Crash.class)
                          .isThrownBy(() -> folder.commit(release));
                      assertThat(log(crashed)).hasSizeBetween(2, 3);

                      allOrNothing(crashed, before, after);
                    }))
        .toList();
  }

  /** Recovers one copy and releases again in another. */
  private void allOrNothing(
      EpicFixture crashed, SortedMap<String, String> before, SortedMap<String, String> after)
      throws IOException {
    EpicFixture twin = copy(crashed);
    boolean begun = crashed.folder().interrupted();
    assertThat(crashed.folder().recover()).isEqualTo(begun);
    assertThat(crashed.folder().interrupted()).isFalse();
    SortedMap<String, String> recovered = crashed.files();
    recovered.keySet().removeIf(path -> path.startsWith("consensus/.release.tmp/"));
    assertThat(recovered).isEqualTo(begun || log(crashed).size() == 3 ? after : before);
    assertThat(crashed.folder().recover()).isFalse();

    Child.commit(twin.folder(), Child.guardian("second", ""), SECOND);
    assertThat(twin.files()).isEqualTo(after);
    nothingLeft(twin);
  }

  private EpicFixture copy(EpicFixture of) throws IOException {
    EpicFixture twin =
        EpicFixture.empty(
            "epic_25", temp.resolve("twin of " + of.root().getParent().getFileName()));
    try (var walk = Files.walk(of.root())) {
      for (Path from : walk.sorted().toList()) {
        Path to = twin.root().resolve(of.root().relativize(from).toString());
        if (Files.isDirectory(from)) {
          Files.createDirectories(to);
        } else {
          Files.write(to, Files.readAllBytes(from));
        }
      }
    }
    return twin;
  }

  @TestFactory
  List<DynamicTest> whatAnAgentAppendsAfterACrashStays() throws IOException {
    return IntStream.range(0, stepsOf(prepared("done")))
        .mapToObj(
            step ->
                DynamicTest.dynamicTest(
                    "step " + step,
                    () -> {
                      EpicFixture crashed = prepared("crash" + step);
                      Release release = release(crashed);
                      EpicFolder folder = hooked(crashed, crashAt(step));
                      assertThatExceptionOfType(Crash.class)
                          .isThrownBy(() -> folder.commit(release));
                      crashed.append(EpicFixture.LOG, OTHER.replace("ack", "later"));

                      Child.commit(crashed.folder(), Child.guardian("second", ""), SECOND);

                      List<String> log = log(crashed);
                      assertThat(log).filteredOn(line -> line.contains("later")).hasSize(1);
                      assertThat(log)
                          .filteredOn(line -> line.contains("2026_11_20_10_00_00"))
                          .isNotEmpty();
                      release
                          .files()
                          .forEach(f -> assertThat(crashed.text(f.path())).isEqualTo(f.text()));
                      nothingLeft(crashed);
                    }))
        .toList();
  }

  @Test
  void aProcessThatIsKilledAtAnyStepLeavesAllOrNothing() throws Exception {
    EpicFixture done = prepared("done");
    SortedMap<String, String> before = done.files();
    assertThat(Child.result(Child.start("", done.root(), "second", 1, -1, 0)).out())
        .isEqualTo("written 1");
    SortedMap<String, String> after = done.files();
    int steps = stepsOf(prepared("counted"));

    for (int step = 0; step < steps; step++) {
      EpicFixture killed = prepared("killed" + step);

      Child.Result result = Child.result(Child.start("", killed.root(), "second", 1, step, 0));

      assertThat(result).isEqualTo(new Child.Result(137, ""));
      assertThat(log(killed)).hasSizeBetween(2, 3);
      EpicFixture twin = copy(killed);
      boolean begun = killed.folder().interrupted();
      assertThat(killed.folder().recover()).isEqualTo(begun);
      SortedMap<String, String> recovered = killed.files();
      recovered.keySet().removeIf(path -> path.startsWith("consensus/.release.tmp/"));
      assertThat(recovered).as("step " + step).isEqualTo(begun ? after : before);

      Child.commit(twin.folder(), Child.guardian("second0", ""), SECOND);
      assertThat(twin.files()).as("step " + step).isEqualTo(after);
      nothingLeft(twin);
    }
  }

  @Test
  void aLogThatIsTakenAwayAfterACrashDoesNotBlockTheFolder() throws Exception {
    Release release = release(epic);
    EpicFolder folder = hooked(epic, crashAt(4));
    assertThatExceptionOfType(Crash.class).isThrownBy(() -> folder.commit(release));
    epic.delete(EpicFixture.LOG);

    assertThat(epic.folder().recover()).isTrue();

    assertThat(log(epic)).containsExactly(release.logLine().text().strip());
  }

  @Test
  void anUnfinishedReleaseOfARunThatDiedIsDroppedByTheNext() throws Exception {
    epic.write("consensus/.release.tmp/files/consensus/artifacts/evil.json", "{}");

    epic.folder().commit(release(epic));

    nothingLeft(epic);
    assertThat(epic.path("consensus/artifacts/evil.json")).doesNotExist();
  }

  // Others at work

  @Test
  void whatAnotherAgentAppendsDuringTheReleaseStays() throws Exception {
    Release release = release(epic);
    String later = OTHER.replace("ack", "later");

    hooked(
            epic,
            step -> {
              if (step.startsWith("moved") || step.equals("ready")) {
                append(epic, later);
              }
            })
        .commit(release);

    assertThat(log(epic)).hasSize(3 + 4).filteredOn(line -> line.contains("later")).hasSize(4);
  }

  private static void append(EpicFixture epic, String text) {
    try {
      Files.writeString(epic.path(EpicFixture.LOG), text, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** What another agent writes between our looking for the end and our writing there. */
  @Test
  void noLineOfAnAgentThatNeverStopsWritingIsLost() throws Exception {
    Release release = release(epic);
    AtomicBoolean stop = new AtomicBoolean();
    List<String> appended = new ArrayList<>();
    CountDownLatch begun = new CountDownLatch(1);
    Thread agent =
        new Thread(
            () -> {
              for (int i = 0; !stop.get(); i++) {
                String line = "{\"agent\":\"quality\",\"n\":" + i + "}";
                append(epic, line + "\n");
                appended.add(line);
                begun.countDown();
              }
            });
    Consumer<String> atTheLastMove =
        step -> {
          if (step.endsWith(TestRenderer.RUNBOOK) && step.startsWith("moved")) {
            append(epic, ("{\"padding\":\"" + "x".repeat(1_000) + "\"}\n").repeat(4_000));
            agent.start();
            try {
              begun.await(60, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
              throw new IllegalStateException(e);
            }
          }
        };

    hooked(epic, atTheLastMove::accept).commit(release);
    stop.set(true);
    agent.join();

    List<String> log = epic.text(EpicFixture.LOG).lines().toList();
    assertThat(log).contains(release.logLine().text().strip());
    appended.removeAll(log);
    assertThat(appended).isEmpty();
  }

  @Test
  void twoThreadsLoseNoLine() throws Exception {
    int rounds = 8;
    List<Throwable> failures = java.util.Collections.synchronizedList(new ArrayList<>());
    List<Thread> threads =
        IntStream.range(0, 2)
            .mapToObj(
                who ->
                    new Thread(
                        () -> {
                          try {
                            for (int i = 0; i < rounds; i++) {
                              Child.commit(
                                  epic.folder(),
                                  Child.guardian(who + "/" + i, ""),
                                  SECOND.plusSeconds(i));
                            }
                          } catch (Exception e) {
                            failures.add(e);
                          }
                        }))
            .toList();
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }

    assertThat(failures).isEmpty();
    assertThat(log(epic)).hasSize(2 + 2 * rounds).doesNotHaveDuplicates();
    nothingLeft(epic);
  }

  @Test
  void twoProcessesAndAnAgentLoseNoLine() throws Exception {
    int rounds = 10;
    Process one = Child.start("", epic.root(), "one", rounds, -1, 0);
    Process two = Child.start("", epic.root(), "two", rounds, -1, 0);
    int appended = 0;
    // an agent that never stops could keep both from ever reading a log that stays as it is
    while ((one.isAlive() || two.isAlive()) && appended < 40) {
      append(epic, OTHER.replace("ack", "n" + appended++));
      Thread.sleep(50);
    }

    assertThat(Child.result(one).out()).isEqualTo("written " + rounds);
    assertThat(Child.result(two).out()).isEqualTo("written " + rounds);
    assertThat(log(epic)).hasSize(2 + 2 * rounds + appended).doesNotHaveDuplicates();
    nothingLeft(epic);
  }

  /** POSIX drops a process's locks of a file as soon as the process closes it anywhere. */
  @Test
  void readingTheFolderMeanwhileDoesNotLetAnotherProcessIn() throws Exception {
    Release release = release(epic);
    AtomicBoolean waited = new AtomicBoolean();
    Thread reader = new Thread(epic::snapshot);

    hooked(
            epic,
            step -> {
              if (step.equals("ready")) {
                try {
                  reader.start();
                  reader.join(1_000);
                  Process other = Child.start("", epic.root(), "other", 1, -1, 0);
                  assertThat(other.inputReader().readLine()).isEqualTo("started");
                  waited.set(!other.waitFor(1, TimeUnit.SECONDS));
                  other.destroyForcibly().waitFor();
                } catch (IOException | InterruptedException e) {
                  throw new IllegalStateException(e);
                }
              }
            })
        .commit(release);
    reader.join();

    assertThat(waited).isTrue();
    assertThat(log(epic)).hasSize(3);
    nothingLeft(epic);
  }

  // Writes that fail

  @Test
  void aFileThatCannotBeWrittenLeavesEverythingAsBefore() throws Exception {
    SortedMap<String, String> before = epic.files();

    Child.Result result =
        Child.result(Child.start("ulimit -f 16;", epic.root(), "second", 1, -1, 64_000));

    assertThat(result.out())
        .isEqualTo(
            "failed: "
                + epic.root().toRealPath()
                + ": cannot be written: File too large; nothing was changed");
    assertThat(epic.files()).isEqualTo(before);
    nothingLeft(epic);
    assertThat(Child.result(Child.start("ulimit -f 160;", epic.root(), "second", 1, -1, 64_000)))
        .isEqualTo(new Child.Result(0, "written 1"));
  }

  @Test
  void aFirstReleaseThatCannotBeWrittenLeavesNoLog() throws Exception {
    EpicFixture fresh = EpicFixture.copy("epic_25", temp.resolve("fresh"));
    SortedMap<String, String> before = fresh.files();

    Child.Result result =
        Child.result(Child.start("ulimit -f 16;", fresh.root(), "second", 1, -1, 64_000));

    assertThat(result.out()).endsWith("nothing was changed");
    assertThat(fresh.files()).isEqualTo(before);
  }

  @Test
  void aLogLineThatDoesNotFitIsNotTornAndIsWrittenByTheNextRun() throws Exception {
    String long1 =
        OTHER.replace("ack", "a".repeat(16 * 1024 - 200 - epic.text(EpicFixture.LOG).length()));
    epic.append(EpicFixture.LOG, long1);
    String before = epic.text(EpicFixture.LOG);
    assertThat(before.length()).isBetween(15_900, 16 * 1024 - 10);

    Child.Result result =
        Child.result(Child.start("ulimit -f 16;", epic.root(), "second", 1, -1, 0));

    assertThat(result.out())
        .endsWith("cannot be written: File too large; run release again to complete it");
    assertThat(epic.text(EpicFixture.LOG)).isEqualTo(before);
    assertThat(epic.folder().interrupted()).isTrue();
    assertThat(epic.folder().recover()).isTrue();
    assertThat(log(epic)).hasSize(4).endsWith(log(epic).get(3));
    nothingLeft(epic);
  }

  /** As root this runs without root's right to write everywhere (setpriv), else plainly. */
  @Test
  void aFolderWithoutTheRightToWriteIsOneClearError() throws Exception {
    boolean root = "root".equals(System.getProperty("user.name"));
    String prefix = root ? "setpriv --bounding-set=-all --inh-caps=-all" : "";
    assumeThat(!root || run("setpriv", "--bounding-set=-all", "--inh-caps=-all", "true") == 0)
        .isTrue();
    EpicFixture fresh = EpicFixture.copy("epic_25", temp.resolve("fresh"));
    SortedMap<String, String> before = fresh.files();
    permissions(fresh.path("consensus"), "r-xr-xr-x");
    try {
      Child.Result result = Child.result(Child.start(prefix, fresh.root(), "second", 1, -1, 0));

      assertThat(result.out())
          .isEqualTo(
              "failed: "
                  + fresh.root().toRealPath()
                  + ": cannot be written: permission denied; nothing was changed");
    } finally {
      permissions(fresh.path("consensus"), "rwxr-xr-x");
    }
    assertThat(fresh.files()).isEqualTo(before);
    assertThat(Child.result(Child.start(prefix, fresh.root(), "second", 1, -1, 0)).out())
        .isEqualTo("written 1");
  }

  private static void permissions(Path path, String permissions) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
  }

  private static int run(String... command) throws InterruptedException {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getInputStream().readAllBytes();
      return process.waitFor();
    } catch (IOException notHere) {
      return -1;
    }
  }

  @Test
  void theLogLineIsInUtf8() throws Exception {
    Guardian guardian =
        Guardian.builder()
            .rule(io.productionguardian.TestRule.blocking("a"))
            .renderer(
                a ->
                    List.of(
                        RenderedFile.logLine(
                            TestRenderer.logLine(a).replaceFirst("\\{", "{\"ä\":\"😀\","))))
            .build();

    epic.folder().commit(release(epic, guardian));

    assertThat(new String(Files.readAllBytes(epic.path(EpicFixture.LOG)), StandardCharsets.UTF_8))
        .contains("\n{\"ä\":\"😀\",");
  }
}
