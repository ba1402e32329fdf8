package io.productionguardian.render.json.files;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.productionguardian.Assessment;
import io.productionguardian.Assessment.WaivedFinding;
import io.productionguardian.RenderedFile;
import io.productionguardian.document.Document.Fault;
import io.productionguardian.document.SourceFile;
import io.productionguardian.dossier.DecisionInputs;
import io.productionguardian.model.EpicLayout;
import io.productionguardian.model.Severity;
import io.productionguardian.rule.Finding;
import io.productionguardian.rule.RuleInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A decision as a statement of in-toto: what was written is the subject, the rules are the tests,
 * and what they judged by and judged is the configuration.
 *
 * @param files what was written, by path
 */
record Attestation(Assessment assessment, List<RenderedFile> files) {

  Attestation {
    files = ImmutableList.copyOf(files);
  }

  private static final String STATEMENT = "https://in-toto.io/Statement/v1";
  private static final String TEST_RESULT = "https://in-toto.io/attestation/test-result/v0.1";

  Map<String, Object> statement() {
    // the subjects come last, since the generator's mark must stand within the first bytes
    return new OrderedMembers()
        .add("_type", STATEMENT)
        .add("predicateType", TEST_RESULT)
        .add("predicate", predicate())
        .add("subject", subjects())
        .build();
  }

  private Map<String, Object> predicate() {
    Set<String> failed = ImmutableSet.copyOf(assessment.blockingRules());
    Set<String> warned =
        Stream.concat(
                assessment.findings().stream()
                    .filter(finding -> finding.severity() == Severity.WARN),
                assessment.waived().stream().map(WaivedFinding::finding))
            .map(Finding::rule)
            .map(RuleInfo::id)
            .filter(id -> !failed.contains(id))
            .collect(ImmutableSet.toImmutableSet());
    return new OrderedMembers()
        .add("result", result(warned))
        .add("configuration", configuration())
        .add("passedTests", tests(id -> !failed.contains(id) && !warned.contains(id)))
        .add("warnedTests", tests(warned::contains))
        .add("failedTests", tests(failed::contains))
        .build();
  }

  private String result(Set<String> warned) {
    if (!assessment.approved()) {
      return "FAILED";
    }
    return warned.isEmpty() ? "PASSED" : "WARNED";
  }

  private List<String> tests(Predicate<String> wanted) {
    return assessment.checks().stream()
        .map(RuleInfo::id)
        .filter(wanted)
        .collect(ImmutableList.toImmutableList());
  }

  private List<Object> configuration() {
    DecisionInputs inputs = assessment.dossier().inputs();
    ImmutableList.Builder<Object> configuration = ImmutableList.builder();
    configuration.add(
        new OrderedMembers()
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
        new OrderedMembers()
            .add("name", "policy")
            .add("digest", digest(assessment.policy().sha256()))
            .add(
                "annotations",
                kind("policy").add("profile", assessment.policy().profile().wireName()).build())
            .build(),
        new OrderedMembers()
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
  private static Map<String, Object> input(
      String path, String sha256, Optional<SourceFile> file, String root) {
    return new OrderedMembers()
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

  private List<Object> subjects() {
    return files.stream()
        .map(
            file ->
                new OrderedMembers()
                    .add("name", file.path())
                    .add("digest", digest(file.sha256()))
                    .build())
        .collect(ImmutableList.toImmutableList());
  }

  private static OrderedMembers kind(String kind) {
    return new OrderedMembers().add("kind", kind);
  }

  private static Map<String, Object> digest(String sha256) {
    return ImmutableMap.of("sha256", sha256);
  }
}
