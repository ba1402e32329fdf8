package io.productionguardian.render.markdown;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.productionguardian.model.CommandLine;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A check of the team's that can be pasted into a shell: one command, or a pipe of several.
 *
 * @param text what to paste
 */
record HealthCheckCommand(String text) {

  /** A sentence begins with a capital, a program hardly ever. */
  private static final Pattern PROGRAM = Pattern.compile("[a-z0-9_./][A-Za-z0-9_./+-]*");

  private static final ImmutableSet<String> SAYS_WHERE =
      ImmutableSet.of("-n", "--namespace", "-A", "--all-namespaces");

  /** The command that a text is, or nothing when a shell could see anything else in it. */
  static Optional<HealthCheckCommand> parse(String text) {
    ImmutableList.Builder<String> parts = ImmutableList.builder();
    for (String part : split(text)) {
      Optional<CommandLine> command = CommandLine.parse(part).filter(HealthCheckCommand::isCommand);
      if (command.isEmpty()) {
        return Optional.empty();
      }
      parts.add(inNamespace(command.get(), part.strip()));
    }
    return Optional.of(new HealthCheckCommand(String.join(" | ", parts.build())));
  }

  private static boolean isCommand(CommandLine command) {
    return PROGRAM.matcher(command.words().get(0)).matches();
  }

  /** The service runs in a namespace of its own, which the team's commands seldom say. */
  private static String inNamespace(CommandLine command, String text) {
    boolean says =
        command.words().stream()
            .anyMatch(word -> SAYS_WHERE.contains(word) || word.startsWith("--namespace="));
    return text.startsWith("kubectl ") && !says
        ? "kubectl -n \"$NAMESPACE\"" + text.substring("kubectl".length())
        : text;
  }

  /** Splits at the {@code |} outside quotes. */
  private static List<String> split(String text) {
    ImmutableList.Builder<String> parts = ImmutableList.builder();
    StringBuilder part = new StringBuilder();
    char quote = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote == 0 && c == '|') {
        parts.add(part.toString());
        part.setLength(0);
        continue;
      }
      if (quote == 0 && (c == '\'' || c == '"')) {
        quote = c;
      } else if (c == quote) {
        quote = 0;
      }
      part.append(c);
    }
    return parts.add(part.toString()).build();
  }
}
