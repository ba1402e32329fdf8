package io.productionguardian.testkit;

import com.google.common.collect.ImmutableList;
import io.productionguardian.dossier.Dossier;
import io.productionguardian.model.EpicLayout;
import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;

/**
 * One thing that is done to an epic. Where there is nothing to do it to, it changes nothing, so
 * that any changes can follow each other.
 *
 * @since 0.1.0
 */
public sealed interface Change {

  /** The epic after it. */
  Epic applyTo(Epic epic);

  /**
   * Takes a member or an item of an artifact away.
   *
   * @param artifact its name, for instance {@code plan}
   * @param pointer JSON pointer
   */
  record Without(String artifact, String pointer) implements Change {
    @Override
    public Epic applyTo(Epic epic) {
      try {
        return epic.remove(artifact, pointer);
      } catch (AssertionError gone) {
        return epic; // an earlier change took it away
      }
    }
  }

  /**
   * Gives a member or an item of an artifact a value, or adds one.
   *
   * @param artifact its name, for instance {@code plan}
   * @param pointer JSON pointer
   * @param json the value
   */
  record Value(String artifact, String pointer, String json) implements Change {
    @Override
    public Epic applyTo(Epic epic) {
      try {
        return epic.set(artifact, pointer, json);
      } catch (AssertionError gone) {
        return epic; // an earlier change took its place away
      }
    }
  }

  /**
   * Writes a file.
   *
   * @param path below the epic folder
   * @param content ISO-8859-1, so that it can be any bytes and be shown
   */
  record Content(String path, String content) implements Change {
    @Override
    public Epic applyTo(Epic epic) {
      return epic.file(path, content.getBytes(StandardCharsets.ISO_8859_1));
    }
  }

  /**
   * Takes a file away.
   *
   * @param path below the epic folder
   */
  record WithoutFile(String path) implements Change {
    @Override
    public Epic applyTo(Epic epic) {
      return epic.withoutFile(path);
    }
  }

  /** Values that agents write where others are wanted, and some that mean to do harm. */
  ImmutableList<String> VALUES =
      ImmutableList.of(
          "null",
          "true",
          "false",
          "0",
          "-1",
          "1.5",
          "1e400",
          "99999999999999999999",
          "\"\"",
          "\" \"",
          "\"x\"",
          "\"veto\"",
          "\"passed\"",
          "\"60s\"",
          "\"../../etc/passwd\"",
          "\"${{ secrets.TOKEN }}\"",
          "\"`id`; $(id) | rm\"",
          "\"a\\nb: c\\n# d\"",
          "\"\\u0000\\u001b[31m\\u202e\"",
          "\"\\ud83d\"",
          "[]",
          "[null]",
          "[[]]",
          "{}",
          "{\"a\": {\"b\": null}}");

  /** Contents that are no proper file of any kind, or a trap for its reader. */
  ImmutableList<String> CONTENTS =
      ImmutableList.of(
          "",
          "\n",
          "null",
          "[]",
          "{",
          "{}",
          "{\"a\":1,\"a\":2}",
          "{\"agent\":\"devops\"",
          "a: &a [*a]\n",
          "a: b: c\n",
          "!!java.net.URL [x]\n",
          "- - - - [",
          "<<<<<<< HEAD\na: 1\n=======\na: 2\n>>>>>>> b\n",
          "from: quality\ntype: veto\n",
          "\0\0\0",
          "\u00ff\u00fe\u0000",
          "\u00c3(",
          "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>");

  /** Where files that are read can lie. */
  ImmutableList<String> PATHS =
      ImmutableList.of(
          Dossier.artifactPath("review"),
          Dossier.artifactPath("implementation"),
          Dossier.artifactPath("plan"),
          Dossier.artifactPath("deployment"),
          EpicLayout.ARTIFACTS + "runbook.md",
          EpicLayout.ARTIFACTS + "evidence/report.json",
          EpicLayout.ARTIFACTS + "evidence/report.xml",
          EpicLayout.ARTIFACTS + "evidence/rollback_drill.json",
          EpicLayout.DECISION_LOG,
          EpicLayout.INBOX + "devops/message.yaml",
          EpicLayout.INBOX + "devops/message.json");

  /** Any change, by chance. */
  static Change random(RandomGenerator random) {
    String artifact = pick(Epics.REQUIRED, random);
    return switch (random.nextInt(8)) {
      case 0, 1, 2 -> new Without(artifact, pick(Epics.pointers(artifact), random));
      case 3, 4, 5 ->
          new Value(artifact, pick(Epics.pointers(artifact), random), pick(VALUES, random));
      case 6 -> new Content(pick(PATHS, random), pick(CONTENTS, random));
      default -> new WithoutFile(pick(PATHS, random));
    };
  }

  private static String pick(ImmutableList<String> from, RandomGenerator random) {
    return from.get(random.nextInt(from.size()));
  }
}
