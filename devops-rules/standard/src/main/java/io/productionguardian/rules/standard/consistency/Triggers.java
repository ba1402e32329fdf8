package io.productionguardian.rules.standard.consistency;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import io.productionguardian.document.Node;
import io.productionguardian.dossier.Dossier;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a rollback is triggered by. */
final class Triggers {

  static final String HEALTH = "health";

  private static final Pattern BY_HAND =
      words("manual|manually|operator|by hand|on[- ]?call|human");

  private static final Pattern OF_A_RUN =
      words("tests?|checks?|validation|build|deployment|migration");

  private static final Pattern FAILS = Pattern.compile("(?i)(?<![a-z0-9_])fail");

  /** Words by which people and metric names name the same thing. */
  private static final ImmutableSetMultimap<String, String> SUBJECTS =
      ImmutableSetMultimap.<String, String>builder()
          .putAll("errors", "error", "5xx", "500s", "exception", "failed_request", "failure rate")
          .putAll("latency", "latency", "p50", "p90", "p95", "p99", "duration", "response time")
          .putAll("latency", "slow")
          .putAll(HEALTH, "health", "unavailab", "availab", "down", "liveness", "readiness")
          .putAll(HEALTH, "crash", "restart")
          .putAll("memory", "memory", "oom", "heap")
          .putAll("cpu", "cpu")
          .putAll("backlog", "queue", "backlog")
          .build();

  /** Words that others have in them. */
  private static final ImmutableMap<String, Pattern> WHOLE_WORDS =
      ImmutableMap.of(HEALTH, words("up"), "backlog", words("lag"));

  private Triggers() {}

  /** Whole words; a boundary of {@code java.util.regex} looks back over all combining marks. */
  private static Pattern words(String alternatives) {
    return Pattern.compile("(?i)(?<![a-z0-9_])(?:" + alternatives + ")(?![a-z0-9_])");
  }

  /** The triggers that are not pulled by hand. */
  static Stream<Node> automatic(Dossier dossier) {
    return dossier.rollback().stream()
        .flatMap(
            rollback ->
                Stream.of("triggers", "trigger_conditions", "automatic_rollback_triggers")
                    .map(rollback.node()::get)
                    .flatMap(Optional::stream)
                    .limit(1))
        .flatMap(list -> list.text().isPresent() ? Stream.of(list) : list.items().stream())
        .filter(trigger -> trigger.text().filter(text -> !text.isBlank()).isPresent())
        .filter(trigger -> !BY_HAND.matcher(text(trigger)).find());
  }

  /** A test or a check that fails needs no number. */
  static boolean isPassOrFail(Node trigger) {
    Matcher run = OF_A_RUN.matcher(text(trigger));
    return run.find() && FAILS.matcher(text(trigger)).find(run.end());
  }

  static String text(Node trigger) {
    return trigger.text().orElse("");
  }

  /** What a text names; nothing when none of the words is known. */
  static Set<String> subjects(String text) {
    String words = text.toLowerCase(Locale.ROOT);
    ImmutableSet.Builder<String> subjects = ImmutableSet.builder();
    SUBJECTS.forEach(
        (subject, word) -> {
          if (words.contains(word)) {
            subjects.add(subject);
          }
        });
    WHOLE_WORDS.forEach(
        (subject, word) -> {
          if (word.matcher(words).find()) {
            subjects.add(subject);
          }
        });
    return subjects.build();
  }
}
