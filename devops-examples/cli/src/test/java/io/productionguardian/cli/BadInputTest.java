package io.productionguardian.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person's mistake gets one line that says what to do, and exit code 2. */
class BadInputTest {

  @TempDir Path folder;

  private static void refused(Ran ran, String... words) {
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).startsWith("guardian: ").endsWith("\n").contains(words);
    assertThat(ran.err().lines()).hasSize(1);
  }

  @Test
  void noCommand() {
    refused(Ran.guardian(), "check, release, rules or explain");
  }

  @Test
  void unknownCommand() {
    refused(Ran.guardian("chek", "epic_25"), "chek", "did you mean check?");
  }

  @Test
  void unknownOption() {
    refused(Ran.guardian("check", ".", "--polcy", "x"), "--polcy", "guardian check --help");
  }

  @Test
  void noFolder() {
    refused(Ran.guardian("check"), "EPIC_DIR");
  }

  @Test
  void twoFolders() {
    refused(Ran.guardian("check", "a", "b"), "\"b\"");
  }

  @Test
  void missingFolder() {
    refused(Ran.guardian("check", folder.resolve("epic_99")), "epic_99", "no such folder");
  }

  @Test
  void fileInsteadOfFolder() throws IOException {
    Path file = Files.writeString(folder.resolve("epic_99"), "");

    refused(Ran.guardian("check", file), "is not a folder");
    refused(Ran.guardian("release", file), "is not a folder");
    refused(Ran.guardian("rules", file), "is not a folder");
  }

  @Test
  void nameWithSpaces() throws IOException {
    Path epic = folder.resolve("epic 25");
    Files.createDirectories(epic.resolve("consensus"));

    refused(Ran.guardian("check", epic), "no epic id");
  }

  @Test
  void folderWithoutConsensus() throws IOException {
    refused(
        Ran.guardian("check", Files.createDirectory(folder.resolve("epic_25"))),
        "has no consensus folder");
  }

  @Test
  void consensusFolderItself() {
    refused(
        Ran.guardian("check", Epics.copy("epic_25", folder).resolve("consensus")),
        "has no consensus folder; name the epic's folder above it");
  }

  @Test
  void missingPolicy() {
    refused(
        Ran.guardian("check", folder, "--policy", folder.resolve("nope.yaml")),
        "nope.yaml",
        "no such file");
  }

  @Test
  void folderAsPolicy() {
    refused(Ran.guardian("check", folder, "--policy", folder), "is a folder");
  }

  @Test
  void unreadablePolicy() throws IOException {
    Path policy = Files.writeString(folder.resolve("guardian.yaml"), "version: 1\n");
    Files.setPosixFilePermissions(policy, PosixFilePermissions.fromString("---------"));
    assumeTrue(!Files.isReadable(policy), "root reads everything");

    refused(Ran.guardian("check", folder, "--policy", policy), "permission denied");
  }

  @Test
  void policyThatIsNoYaml() throws IOException {
    Path policy = Files.writeString(folder.resolve("guardian.yaml"), "rules: [\n- a: : b\n");

    refused(Ran.guardian("check", folder, "--policy", policy), "guardian.yaml:");
  }

  @Test
  void policyWithManyFaults() throws IOException {
    Path policy =
        Files.writeString(
            folder.resolve("guardian.yaml"),
            "zone: 1\nrules:\n  a: 1\n  b: 2\n  c: 3\n  d: 4\n  e: 5\n");

    refused(Ran.guardian("check", folder, "--policy", policy), "; and ", " more");
  }

  @Test
  void policyOfARuleThatIsNotThere() throws IOException {
    Path policy =
        Files.writeString(
            folder.resolve("guardian.yaml"), "rules:\n  no-such-rule:\n    severity: warn\n");

    refused(Ran.guardian("check", folder, "--policy", policy), "\"no-such-rule\"");
  }

  @Test
  void badNow() {
    refused(Ran.guardian("check", folder, "--now", "yesterday"), "--now", "yesterday", "2026_11");
    refused(Ran.guardian("check", folder, "--now", "2026_02_30_00_00_00"), "is no time");
  }

  @Test
  void badFormat() {
    refused(
        Ran.guardian("check", folder, "--format", "xml"),
        "--format",
        "'xml' is none of text, json");
  }

  @Test
  void unknownRule() {
    refused(Ran.guardian("explain", "helth-checks"), "did you mean health-checks?");
    refused(Ran.guardian("explain", "zzzzzzzzzzzzzzz"), "guardian rules lists all");
    refused(Ran.guardian("explain"), "RULE");
  }

  @Test
  void hostileArguments() {
    Ran ran = Ran.guardian("explain", "\u001b[2J\u202e");

    refused(ran, "\\u{1b}[2J\\u{202e}");
    assertThat(ran.err()).doesNotContain("\u001b", "\u202e");
  }

  @Test
  void readOnlyFolder() throws IOException {
    Path consensus = Epics.copy("epic_25", folder).resolve("consensus");
    Files.setPosixFilePermissions(consensus, PosixFilePermissions.fromString("r-xr-xr-x"));
    assumeTrue(!Files.isWritable(consensus), "root writes everywhere");
    try {
      refused(
          Ran.guardian("release", consensus.getParent()), "cannot be written", "permission denied");
    } finally {
      Files.setPosixFilePermissions(consensus, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  @Test
  void badPlaceForALook() throws IOException {
    Path epic = Epics.copy("epic_25", folder);
    Path other = Files.createDirectory(folder.resolve("other"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), other);
    Files.writeString(other.resolve("notes.txt"), "precious");
    Map<String, String> before = Epics.content(folder);

    refused(Ran.guardian("release", epic, "--to"), "--to");
    refused(Ran.guardian("release", epic, "--to", epic), epic + " lies in the epic's folder");
    refused(Ran.guardian("release", epic, "--to", epic.resolve("look")), "name a folder outside");
    refused(Ran.guardian("release", epic, "--to", link), "is a symbolic link");
    refused(Ran.guardian("release", epic, "--to", other), "holds notes.txt");
    refused(Ran.guardian("release", epic, "--to", other.resolve("notes.txt")), "is not a folder");
    refused(Ran.guardian("check", epic, "--to", folder.resolve("look")), "--to");

    assertThat(Epics.content(folder)).isEqualTo(before);
    assertThat(Ran.guardian("release", epic, "--to", folder.resolve("look")).code()).isZero();
  }

  @Test
  void unexpectedFailureIsOneLineAndItsTraceIsThereOnRequest() {
    InstantSource broken =
        () -> {
          throw new IllegalStateException("broken\nclock");
        };
    Path copy = Epics.copy("epic_25", folder);

    assertThat(failing(broken, ImmutableMap.of(), copy))
        .isEqualTo(
            "guardian: unexpected java.lang.IllegalStateException: broken clock;"
                + " set GUARDIAN_DEBUG=1 for the stack trace\n");
    assertThat(failing(broken, ImmutableMap.of("GUARDIAN_DEBUG", "1"), copy))
        .contains("at io.productionguardian");
  }

  @Test
  void memoryThatRunsOutIsOneLine() {
    InstantSource hungry =
        () -> {
          throw new OutOfMemoryError("Java heap space");
        };

    assertThat(failing(hungry, ImmutableMap.of(), Epics.copy("epic_25", folder)))
        .startsWith("guardian: out of memory; ")
        .hasLineCount(1);
  }

  @Test
  void fullDiskBehindStandardOutputIsNoSuccess() {
    assertThat(code("No space left on device")).isEqualTo(2);
  }

  @Test
  void brokenPipeEndsQuietlyWithTheDecision() {
    assertThat(code("Broken pipe")).isZero();
  }

  private String failing(InstantSource clock, Map<String, String> environment, Path epic) {
    java.io.ByteArrayOutputStream err = new java.io.ByteArrayOutputStream();
    Shell shell = new Shell(OutputStream.nullOutputStream(), err, environment, false, clock);
    assertThat(Main.run(shell, "check", epic.toString())).isEqualTo(2);
    return err.toString(java.nio.charset.StandardCharsets.UTF_8);
  }

  private int code(String fault) {
    OutputStream out =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException(fault);
          }
        };
    Shell shell =
        new Shell(
            out, OutputStream.nullOutputStream(), ImmutableMap.of(), false, InstantSource.system());
    return Main.run(shell, "check", Epics.copy("epic_25", folder).toString());
  }
}
