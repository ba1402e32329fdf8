package io.productionguardian.rules.standard.secrets;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the tokens of one issuer look like.
 *
 * @param what it is in a sentence
 * @param variable the variable that usually holds it
 * @param keywords one of them is in every such token, and is looked for first
 * @param before how many characters of the token stand before the keyword
 * @param entropy how random it is at least, bits a character
 * @param pattern its whole form, compiled once a keyword of it has been found, which is seldom
 */
record TokenFormat(
    String what,
    String variable,
    List<String> keywords,
    int before,
    double entropy,
    Supplier<Pattern> pattern) {

  TokenFormat {
    keywords = ImmutableList.copyOf(keywords);
  }

  private static final int LONGEST = 8_000;

  /** What a manual has in the place of a token, that of jwt.io among them. */
  private static final Pattern EXAMPLE =
      Pattern.compile(
          "(?is).*(example|placeholder|redacted|your|xxxx|0000000|\\.{3}|eyJzdWIiOiIxMjM0NTY3ODkw).*");

  /**
   * A format.
   *
   * @param pattern where it has a group, the group is the secret; every repetition is bounded and
   *     gives nothing back
   */
  static TokenFormat format(
      String what,
      String variable,
      double entropy,
      int before,
      String pattern,
      String... keywords) {
    return new TokenFormat(
        what,
        variable,
        ImmutableList.copyOf(keywords),
        before,
        entropy,
        Suppliers.memoize(
            () -> Pattern.compile("(?<![A-Za-z0-9_-])" + pattern + "(?![A-Za-z0-9_])")));
  }

  /** The tokens of this form in a text. */
  Stream<Credential> in(String text) {
    return keywords.stream().filter(text::contains).flatMap(keyword -> in(text, keyword));
  }

  private Stream<Credential> in(String text, String keyword) {
    Matcher matcher =
        pattern.get().matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
    return SourceText.occurrences(text, keyword)
        .filter(at -> at >= before)
        .filter(
            at -> matcher.region(at - before, Math.min(text.length(), at + LONGEST)).lookingAt())
        .mapToObj(at -> credential(text, matcher))
        .flatMap(Stream::ofNullable);
  }

  private @Nullable Credential credential(String text, Matcher matcher) {
    int group = matcher.groupCount();
    String token = text.substring(matcher.start(group), matcher.end(group));
    boolean example =
        EXAMPLE.matcher(token).matches()
            || PlainText.within(token).filter(PlainText::isExample).isPresent();
    return SecretValue.entropy(token) < entropy || example
        ? null
        : Credential.of(
            what + " stands in clear text", matcher.start(group), matcher.end(group), variable);
  }
}
