package io.productionguardian;

import com.google.common.collect.ImmutableSet;
import io.productionguardian.model.EpicLayout;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a release may have files. An approval has what carries it out, and no message of a veto; a
 * veto has its message and reports, and nothing that anybody could deploy; neither takes the place
 * of what agents and tools say, which the next decision is made from.
 *
 * <p>Told by the path alone, in any case of letters, since some file systems do not tell these
 * apart.
 */
final class ReleasePlaces {

  private static final Pattern VETO =
      Pattern.compile(
          Pattern.quote(EpicLayout.INBOX + "quality/veto_") + "[0-9A-Za-z_-]+\\.(ya?ml|json)");

  private static final Pattern ENDS_ODDLY = Pattern.compile("[. ](/|$)");

  private static final String RUNBOOK = EpicLayout.ARTIFACTS + "runbook.md";

  /** What is read by people or other tools; nothing is deployed from it. */
  private static final Pattern REPORT =
      Pattern.compile(".*(\\.(md|txt|html|svg|xml|sarif)|\\.intoto\\.jsonl?)");

  private static final Pattern DRAFT = Pattern.compile(".*\\.draft(\\.[^/.]*)?");

  private static final ImmutableSet<String> REQUIRED =
      EpicLayout.REQUIRED.stream().map(EpicLayout::artifact).collect(ImmutableSet.toImmutableSet());

  private ReleasePlaces() {}

  /** Why a release of that decision has no file at that path; empty when it may have one. */
  static Optional<String> refusal(String path, boolean approved) {
    String lower = path.toLowerCase(Locale.ROOT);
    if (ENDS_ODDLY.matcher(path).find()) {
      return Optional.of("no name ends with a dot or a blank, which some systems leave out");
    }
    if (VETO.matcher(path).matches()) {
      return approved ? Optional.of("an approval has no message of a veto") : Optional.empty();
    }
    if (!path.startsWith(EpicLayout.ARTIFACTS)) {
      return Optional.of("a release has only artifacts and the veto to quality");
    }
    if ((lower + "/").startsWith(EpicLayout.EVIDENCE) || REQUIRED.contains(lower)) {
      return Optional.of("that is what a decision is made from, not what it gives");
    }
    if (DRAFT.matcher(lower).matches()) {
      return Optional.of("that is where what agents wrote is kept");
    }
    if (!approved && (lower.equals(RUNBOOK) || !REPORT.matcher(lower).matches())) {
      return Optional.of("a veto has only reports, and nothing that can be deployed");
    }
    return Optional.empty();
  }
}
