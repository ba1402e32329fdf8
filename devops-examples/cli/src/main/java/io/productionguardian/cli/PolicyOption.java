package io.productionguardian.cli;

import io.productionguardian.Guardian;
import io.productionguardian.policy.Policy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** By what releases are judged. */
final class PolicyOption {

  /** No policy is larger; the limit keeps an endless device from filling the memory. */
  private static final int MOST_BYTES = 10_000_000;

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = "Judge by this policy (guardian.yaml) instead of the one that is shipped.")
  private Optional<Path> file = Optional.empty();

  @Option(
      names = "--environment",
      paramLabel = "NAME",
      description = "Judge by what the policy states for this environment.")
  private Optional<String> environment = Optional.empty();

  /** The policy of the option's file, or the one that is shipped. */
  Policy read() {
    if (environment.isPresent() && file.isEmpty()) {
      throw new Mistake("--environment needs --policy FILE, which states what holds there");
    }
    return file.map(path -> Policy.read(path.toString(), bytes(path), environment))
        .orElseGet(Policy::standard);
  }

  /** A guardian of all rules and renderers that are there, which judges by that policy. */
  static Guardian guardian(Policy policy) {
    return Guardian.builder().policy(policy).discover().build();
  }

  /** The option as it was given, for a command line that is to be typed next. */
  String asTyped() {
    return file.map(path -> " --policy " + ShellWord.of(path.toString())).orElse("")
        + environment.map(name -> " --environment " + ShellWord.of(name)).orElse("");
  }

  private static byte[] bytes(Path path) {
    if (Files.isDirectory(path)) {
      throw new Mistake("--policy " + path + " is a folder; name a policy file");
    }
    try (InputStream in = Files.newInputStream(path)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new Mistake("--policy " + path + " is larger than " + MOST_BYTES + " bytes");
      }
      return bytes;
    } catch (NoSuchFileException e) {
      throw new Mistake("--policy " + path + ": there is no such file");
    } catch (AccessDeniedException e) {
      throw new Mistake("--policy " + path + " may not be read: permission denied");
    } catch (IOException e) {
      throw new Mistake("--policy " + path + " cannot be read: " + e.getMessage());
    }
  }
}
