package io.productionguardian;

import com.google.common.collect.ImmutableList;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import io.productionguardian.dossier.EvidenceSource;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.RuleInfo;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The rules that run, and a digest by which they are known again.
 *
 * @param infos by id, with the severities that the policy gives them
 * @param sha256 digest of ids, severities, classes, and classes of sources of evidence
 */
record RuleSet(List<RuleInfo> infos, String sha256) {

  RuleSet {
    infos = ImmutableList.copyOf(infos);
  }

  /** A rule as it runs. */
  record Running(RuleInfo info, Class<? extends Rule> type) {}

  static RuleSet of(List<Running> rules, List<EvidenceSource> sources) {
    Hasher hasher = Hashing.sha256().newHasher();
    rules.forEach(
        rule ->
            put(hasher, rule.info().id(), rule.info().severity().name(), rule.type().getName()));
    sources.forEach(source -> put(hasher, source.getClass().getName()));
    return new RuleSet(
        rules.stream().map(Running::info).collect(ImmutableList.toImmutableList()),
        hasher.hash().toString());
  }

  private static void put(Hasher hasher, String... words) {
    hasher.putString(String.join(" ", words) + '\n', StandardCharsets.UTF_8);
  }
}
