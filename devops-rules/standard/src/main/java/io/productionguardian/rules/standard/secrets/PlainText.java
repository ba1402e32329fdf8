package io.productionguardian.rules.standard.secrets;

import com.google.common.base.CharMatcher;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a manual writes in Base64 where a secret belongs, and whoever reads it takes for one. */
final class PlainText {

  private static final int LONGEST = 8_000;
  private static final int SHORTEST = 12;
  private static final int WORDS = 4;

  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]++={0,2}+");
  private static final CharMatcher PRINTABLE = CharMatcher.inRange(' ', '~');

  private static final Pattern EXAMPLE =
      Pattern.compile(
          "(?is)\\$\\{.*|.*(your|example|placeholder|redacted|replace|dummy|change[-_ ]?me).*"
              + "|user(name)?:pass(word|wd)?|aladdin:open ?sesame");

  private PlainText() {}

  /** What it reads as without Base64 and the prefix that its issuer puts before it. */
  static Optional<String> within(String value) {
    String body = value.substring(value.lastIndexOf('_') + 1);
    if (body.length() < SHORTEST || body.length() > LONGEST || !BASE64.matcher(body).matches()) {
      return Optional.empty();
    }
    try {
      byte[] bytes = Base64.getDecoder().decode(body);
      String text = new String(bytes, StandardCharsets.US_ASCII).strip();
      return Optional.of(text).filter(PRINTABLE::matchesAllOf);
    } catch (IllegalArgumentException e) { // of another length than Base64 has
      return Optional.empty();
    }
  }

  /** Whether it is a sentence, or says that a secret belongs there; a password is neither. */
  static boolean isExample(String text) {
    boolean sentence =
        Arrays.stream(text.split(" ", -1))
                .filter(word -> word.chars().allMatch(c -> Character.isLetter(c) || c == '.'))
                .filter(word -> word.length() > 1)
                .count()
            >= WORDS;
    return sentence || EXAMPLE.matcher(text).matches();
  }
}
