package io.productionguardian.model;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;
import io.productionguardian.text.PlainWord;
import java.util.List;
import org.apiguardian.api.API;

/**
 * Where somebody stands who writes a word as type, decision, verdict or status.
 *
 * @since 0.1.0
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public enum Stance {
  /** Against the release. */
  OBJECTION,
  /** For it; of an earlier objection, that it is settled. */
  CONSENT,
  /** Neither. */
  HARMLESS,
  /** A word that nobody knows. */
  UNKNOWN;

  private static final Splitter WORDS = Splitter.on(' ').omitEmptyStrings();

  private static final ImmutableSet<String> OBJECTIONS =
      ImmutableSet.of(
          "veto",
          "vetoed",
          "vetoes",
          "vetoing",
          "vetos",
          "block",
          "blocked",
          "blocker",
          "blockers",
          "blocking",
          "blocks",
          "reject",
          "rejected",
          "rejection",
          "rejecting",
          "rejects",
          "hold",
          "nogo",
          "objection",
          "objections",
          "object",
          "objected",
          "objects",
          "stop",
          "stopped",
          "halt",
          "halted",
          "deny",
          "denied",
          "decline",
          "declined",
          "refuse",
          "refused",
          "refusal",
          "disapprove",
          "disapproved",
          "disapproval",
          "unapproved",
          "abort",
          "aborted",
          "forbid",
          "forbidden",
          "prohibited");

  /** Phrases, as plain words, that object wherever they stand in it. */
  private static final ImmutableSet<String> PHRASES =
      ImmutableSet.of(
          "changes required",
          "changes requested",
          "change required",
          "change requested",
          "request changes",
          "requested changes",
          "requires changes",
          "needs changes",
          "needs work",
          "needs fixes",
          "no go",
          "not approved",
          "not accepted",
          "not ready",
          "not production ready",
          "on hold",
          "do not release",
          "do not deploy",
          "do not ship",
          "don t release",
          "don t deploy",
          "don t ship",
          "must not be released",
          "must not go",
          "cannot be released",
          "cannot go live");

  /** Before an objecting word they turn it round. */
  private static final ImmutableSet<String> TURNING =
      ImmutableSet.of(
          "no",
          "not",
          "non",
          "without",
          "nothing",
          "nobody",
          "resolve",
          "resolved",
          "resolves",
          "withdraw",
          "withdrawn",
          "withdraws",
          "lift",
          "lifted",
          "un");

  private static final ImmutableSet<String> SETTLED =
      ImmutableSet.of(
          "resolved",
          "withdrawn",
          "lifted",
          "cleared",
          "settled",
          "removed",
          "gone",
          "fixed",
          "closed");

  private static final ImmutableSet<String> CONSENTS =
      ImmutableSet.of(
          "approve",
          "approved",
          "approval",
          "approves",
          "resolved",
          "unblocked",
          "unblock",
          "veto resolved",
          "accept",
          "accepted",
          "lgtm",
          "go",
          "pass",
          "passed",
          "withdrawn",
          "veto withdrawn",
          "veto lifted");

  private static final ImmutableSet<String> HARMLESS_WORDS =
      ImmutableSet.of(
          "info",
          "information",
          "informational",
          "fyi",
          "ack",
          "acknowledge",
          "acknowledged",
          "acknowledgement",
          "note",
          "notes",
          "notice",
          "notification",
          "status",
          "status update",
          "update",
          "progress",
          "progress update",
          "report",
          "summary",
          "complete",
          "completed",
          "completion",
          "done",
          "finished",
          "in progress",
          "started",
          "start",
          "request",
          "question",
          "answer",
          "response",
          "reply",
          "proposal",
          "propose",
          "proposed",
          "plan",
          "planned",
          "handoff",
          "hand off",
          "handover",
          "review",
          "review request",
          "review complete",
          "reviewed",
          "implementation",
          "implementation complete",
          "implemented",
          "deploy",
          "deployed",
          "deployment",
          "deployment complete",
          "deployment ready",
          "release",
          "released",
          "rollback",
          "rolled back",
          "ready",
          "ready for review",
          "ready for deployment",
          "ready for production",
          "delivered",
          "delivery",
          "feedback",
          "comment",
          "suggestion",
          "recommendation",
          "guidance",
          "decision",
          "agree",
          "agreed",
          "consensus",
          "support",
          "design",
          "design complete",
          "architecture",
          "architecture complete",
          "analysis",
          "analysis complete",
          "requirements",
          "specification",
          "task",
          "tasks",
          "task complete",
          "task assignment",
          "assignment",
          "clarification",
          "direct production deployment",
          "resolve blocker",
          "blocker resolved",
          "success",
          "successful",
          "ok",
          "warning",
          "warn",
          "concern",
          "risk",
          "risk assessment",
          "test",
          "tests",
          "test results",
          "test report",
          "documentation",
          "announcement",
          "kickoff",
          "checkpoint",
          "milestone",
          "merge",
          "merged",
          "commit",
          "validate",
          "validated",
          "validation",
          "validation complete",
          "submit",
          "submitted",
          "submission",
          "publish",
          "published",
          "final",
          "finalize",
          "finalized",
          "escalation resolved",
          "draft",
          "revise",
          "revised",
          "revision",
          "conditional approve");

  /** What a word as type, decision, verdict or status says. */
  public static Stance of(String written) {
    String word = PlainWord.of(written);
    if (CONSENTS.contains(word)) {
      return CONSENT;
    }
    if (HARMLESS_WORDS.contains(word)) {
      return HARMLESS;
    }
    if (objects(word)) {
      return OBJECTION;
    }
    List<String> words = WORDS.splitToList(word);
    if (!words.isEmpty() && SETTLED.contains(words.get(words.size() - 1))) {
      return HARMLESS;
    }
    return UNKNOWN;
  }

  /** Whether a sentence objects: it has an objecting word that nothing turns round. */
  public static boolean inProse(String text) {
    return objects(PlainWord.of(text));
  }

  private static boolean objects(String plain) {
    String framed = " " + plain + " ";
    if (PHRASES.stream().anyMatch(phrase -> framed.contains(" " + phrase + " "))) {
      return true;
    }
    List<String> words = WORDS.splitToList(plain);
    if (words.size() > 1 && words.stream().allMatch(word -> word.length() == 1)) {
      return OBJECTIONS.contains(String.join("", words)); // v e t o
    }
    for (int i = 0; i < words.size(); i++) {
      if (OBJECTIONS.contains(words.get(i))) {
        boolean turned = i > 0 && TURNING.contains(words.get(i - 1));
        boolean settled = i + 1 < words.size() && SETTLED.contains(words.get(i + 1));
        if (!turned && !settled) {
          return true;
        }
      }
    }
    return false;
  }
}
