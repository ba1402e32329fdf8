package io.productionguardian.dossier;

import com.google.common.collect.ImmutableList;
import java.util.Locale;

/**
 * How a container's health is checked.
 *
 * @param form by what means
 * @param words the path of an HTTP check, the command and its arguments, one text that a shell
 *     reads, a port, or nothing when the check is switched off
 * @since 0.1.0
 */
public record Check(Form form, ImmutableList<String> words) {

  /** What a check is for. */
  public enum Role {
    /** One check for everything, as compose has it. */
    HEALTH,
    /** Whether requests may be sent. */
    READINESS,
    /** Whether it must be restarted. */
    LIVENESS,
    /** Whether it has started. */
    STARTUP
  }

  /** By what means it is checked. */
  public enum Form {
    HTTP,
    /** A command with its arguments. */
    COMMAND,
    /** One text that a shell reads. */
    SHELL,
    TCP,
    GRPC,
    /** Switched off. */
    NONE
  }

  /** Whether it says that all is well whatever the service does. */
  public boolean cannotFail() {
    return switch (form) {
      // what stands behind the text are its parameters
      case SHELL -> Outcomes.alwaysGood(words.isEmpty() ? "" : words.get(0));
      case COMMAND -> Outcomes.alwaysGood(words);
      default -> false;
    };
  }

  /** The check in one line. */
  public String text() {
    return words.isEmpty() ? form.name().toLowerCase(Locale.ROOT) : String.join(" ", words);
  }
}
