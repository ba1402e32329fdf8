package io.productionguardian.laws.hostile;

import java.util.Arrays;
import java.util.function.Predicate;

/**
 * Why an epic must not be approved, as long as what says so still stands: a later mutation may
 * overwrite what an earlier one wrote.
 *
 * @param because for people
 * @param stands whether the files still say so
 */
record Claim(String because, Predicate<Mutant> stands) {

  /** As long as a file has exactly these bytes. */
  static Claim ofFile(String because, String path, byte[] content) {
    return new Claim(because, mutant -> Arrays.equals(mutant.files().get(path), content));
  }

  /** As long as a file has this text somewhere. */
  static Claim ofText(String because, String path, String text) {
    return new Claim(because, mutant -> mutant.text(path).orElse("").contains(text));
  }

  /** As long as this stands at a place of an artifact. */
  static Claim ofValue(
      String because, String artifact, String pointer, tools.jackson.databind.JsonNode value) {
    return new Claim(because, mutant -> mutant.at(artifact, pointer).equals(value));
  }

  Claim and(Predicate<Mutant> also) {
    return new Claim(because, stands.and(also));
  }
}
