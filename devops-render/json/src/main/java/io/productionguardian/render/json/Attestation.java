package io.productionguardian.render.json;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.productionguardian.document.Fault;
import io.productionguardian.document.SourceFile;
import io.productionguardian.dossier.Inputs;
import io.productionguardian.engine.Assessment;
import io.productionguardian.engine.Waived;
import io.productionguardian.model.EpicLayout;
import io.productionguardian.model.Severity;
import io.productionguardian.render.RenderedFile;
import io.productionguardian.rule.Finding;
import io.productionguardian.rule.RuleInfo;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A decision as a statement of in-toto: what was written is the subject, the rules are the tests,
 * and what they judged by and judged is the configuration.
 *
 * @param files what was written, by path
 */
record Attestation(Assessment assessment, ImmutableList<RenderedFile> files) {

  private static final String STATEMENT = "https://in-toto.io/Statement/v1";
  private static final String TEST_RESULT = "https://in-toto.io/attestation/test-result/v0.1";

  ImmutableMap<String, Object> statement() {
    // the subjects come last, since the generator's mark must stand within the first bytes
    return new Members()
        .add("_type", STATEMENT)
        .add("predicateType", TEST_RESULT)
        .add("predicate", predicate())
        .add("subject", subjects())
        .build();
  }

  private ImmutableMap<String, Object> predicate() {
    ImmutableSet<String> failed = ImmutableSet.copyOf(assessment.blockingRules());
    ImmutableSet<String> warned =
        Stream.concat(
                assessment.findings().stream()
                    .filter(finding -> finding.severity() == Severity.WARN),
                assessment.waived().stream().map(Waived::finding))
            .map(Finding::rule)
            .map(RuleInfo::id)
            .filter(id -> !failed.contains(id))
            .collect(ImmutableSet.toImmutableSet());
    return new Members()
        .add("result", result(warned))
        .add("configuration", configuration())
        .add("passedTests", tests(id -> !failed.contains(id) && !warned.contains(id)))
        .add("warnedTests", tests(warned::contains))
        .add("failedTests", tests(failed::contains))
        .build();
  }

  private String result(ImmutableSet<String> warned) {
    if (!assessment.approved()) {
      return "FAILED";
    }
    return warned.isEmpty() ? "PASSED" : "WARNED";
  }

  private ImmutableList<String> tests(Predicate<String> wanted) {
    return assessment.checks().stream()
        .map(RuleInfo::id)
        .filter(wanted)
        .collect(ImmutableList.toImmutableList());
  }

  private ImmutableList<Object> configuration() {
    Inputs inputs = assessment.dossier().inputs();
    ImmutableList.Builder<Object> configuration = ImmutableList.builder();
    configuration.add(
        new Members()
            .add("name", "rules")
            .add(
                "annotations",
                kind("rules")
                    .add("comment", EpicLayout.GENERATOR_MARK)
                    .add("epic_id", assessment.epic().value())
                    .add("iteration", assessment.iteration())
                    .add("timestamp", assessment.timestamp().toString())
                    .build())
            .add("digest", digest(assessment.rulesSha256()))
            .build(),
        new Members()
            .add("name", "policy")
            .add("digest", digest(assessment.policy().sha256()))
            .add(
                "annotations",
                kind("policy").add("profile", assessment.policy().profile().wireName()).build())
            .build(),
        new Members()
            .add("name", "inputs")
            .add("digest", digest(inputs.sha256()))
            .add("annotations", kind("inputs").build())
            .build());
    inputs
        .digests()
        .forEach(
            (path, sha256) -> configuration.add(input(path, sha256, inputs.file(path), "epic")));
    inputs
        .repository()
        .forEach(
            (path, file) ->
                configuration.add(input(path, file.sha256(), Optional.of(file), "repository")));
    return configuration.build();
  }

  /** A file that was judged; of one that could not be read, the digest is that of the reason. */
  private static ImmutableMap<String, Object> input(
      String path, String sha256, Optional<SourceFile> file, String root) {
    return new Members()
        .add("name", path)
        .add("digest", digest(sha256))
        .add(
            "annotations",
            kind("input")
                .add("root", root)
                .addIfPresent("unread", file.flatMap(SourceFile::fault).map(Fault::message))
                .build())
        .build();
  }

  private ImmutableList<Object> subjects() {
    return files.stream()
        .map(
            file ->
                new Members().add("name", file.path()).add("digest", digest(file.sha256())).build())
        .collect(ImmutableList.toImmutableList());
  }

  private static Members kind(String kind) {
    return new Members().add("kind", kind);
  }

  private static ImmutableMap<String, Object> digest(String sha256) {
    return ImmutableMap.of("sha256", sha256);
  }
}
