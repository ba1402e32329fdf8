package io.productionguardian.rules.standard.approval;

import com.google.common.collect.ImmutableSet;
import java.util.Locale;

/** The words by which agents object and by which they withdraw an objection. */
public final class Objections {

  private static final ImmutableSet<String> OBJECTIONS =
      ImmutableSet.of("veto", "vetoed", "block", "blocked", "blocker", "reject", "rejected");
  private static final ImmutableSet<String> WITHDRAWALS =
      ImmutableSet.of("approve", "approved", "resolved", "unblocked", "veto_resolved");

  private Objections() {}

  /** Whether a message's type or an entry's decision objects to the release. */
  public static boolean isObjection(String word) {
    String plain = plain(word);
    return OBJECTIONS.contains(plain) || plain.startsWith("veto:") || plain.startsWith("veto ");
  }

  /** Whether it says that the sender objects no more. */
  static boolean isWithdrawal(String word) {
    return WITHDRAWALS.contains(plain(word));
  }

  /** Whether it says of any agent's blocker that it is gone. */
  static boolean resolvesBlocker(String word) {
    return plain(word).equals("resolve_blocker") || plain(word).equals("blocker_resolved");
  }

  private static String plain(String word) {
    return word.strip().toLowerCase(Locale.ROOT);
  }
}
