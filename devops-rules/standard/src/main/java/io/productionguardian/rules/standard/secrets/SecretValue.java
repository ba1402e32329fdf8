package io.productionguardian.rules.standard.secrets;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tells a secret from what stands in its place: a reference, a path, a word to be replaced. */
final class SecretValue {

  /** Longer is a document and no password. */
  private static final int LONGEST = 4_096;

  private static final double RANDOM = 3.5;

  private static final Pattern ELSEWHERE =
      Pattern.compile(
          "(?is)"
              + String.join(
                  "|",
                  // ${NAME}, $NAME, $(command), {{ template }}, <%= template %>, %NAME%, @NAME@
                  ".*(\\$[{(\\[]|\\{\\{|<%).*",
                  "(?-i:\\$+[A-Z_][A-Z0-9_]*+([-:/.@,$][\\w$./:@,-]*+)?)",
                  "\\$+[a-z_]++[0-9]{0,2}+(\\[.*|->.*|:\\w+|(\\.[a-z_]\\w*+)++)?",
                  "\\$[0-9@*#?]",
                  // $2y$10$…: a hash, of which only a guess tells the password
                  "\\$+(2[abxy]|[1567y]|apr1|argon2\\w{1,2}|scrypt|pbkdf2[\\w-]{0,12})\\$.*",
                  "%\\w+%|@\\w+@|%s|%\\(\\w+\\)s|\\?|:\\w+",
                  // <what>, [what], {what}, (what), *alias
                  "<.*>?|\\[.*|\\{.*|\\(.*|[*&][\\w-]+",
                  // /path, ./path, ~/path, scheme://, C:\\path, name.pem
                  "(\\.{0,2}|~)/[\\w./@-]*|\\w+://.*|[a-z]:\\\\.*|\\.env\\S*",
                  "[\\w./@-]+\\.(pem|key|pub|txt|json|ya?ml|env|crt|cert?|der|p8|p12|pfx|jks|keystore"
                      + "|infra|gpg|asc|toml|ini|conf|properties)",
                  // vault:path, secrets.NAME, settings.password, getenv(…), items[…]
                  "(vault|ssm|arn|file|env|op|sm|awssm|gcpsm|secretref|keyring|doppler|enc):.*",
                  "[a-z_]\\w*(\\.[a-z_]\\w*)+",
                  "[a-z_][\\w.]*[\\[(].*",
                  "v?[0-9]+(\\.[0-9]+)+"));

  private static final Pattern PLACEHOLDER =
      Pattern.compile(
          "(?is)[*•.x?#_=…-]+|.*(\\*{3}|\\.{3}|…|xxxx).*"
              + "|.*(your|example|placeholder|redacted|replace|insert|hidden|masked|dummy).*"
              + "|(todo|tbd|fixme|none|null|nil|undefined|empty|n/?a|not[-_ ]?(needed|used|set|required)"
              + "|unused|no[-_]?key.*|ollama|lm-studio|ignored|true|false|yes|no|on|off|enabled"
              + "|disabled|required|optional|string|str|text|int|integer|number|boolean|bytes"
              + "|auto|generated?|random|manual|inherit|default|environment|vault|secrets?manager"
              + "|sensitive|secured?|encrypted|hashed)");

  /** The name of a variable, where a catalog or a manifest says which one holds the secret. */
  private static final Pattern VARIABLE =
      Pattern.compile("[A-Z0-9_]*(PASS|SECRET|TOKEN|KEY|CREDENTIAL|PWD)[A-Z0-9_]*");

  /** What everybody tries first. */
  private static final Pattern GUESSABLE =
      Pattern.compile(
          "(?i)(my|the|super|top|very|db|change[-_]?)*[-_]?"
              + "(pass(word|wd|phrase)?|p[@a]ssw[o0]rd|pwd?|secrets?|s3cr3t|token|key|change|me|it|this"
              + "|credentials?|postgres(ql)?|mysql|mariadb|mongo(db)?|redis|rabbitmq|kafka|minio|grafana"
              + "|prometheus|elastic|admin(istrator)?|root|guest|users?|username|tests?|testing|demo"
              + "|dev(elopment)?|local|ci|app|foo|bar|baz|letmein|qwerty|welcome|abc)*"
              + "[-_]?(here|this|me|it)?[-_]?[0-9]{0,6}!?");

  private static final Pattern ALGORITHM =
      Pattern.compile(
          "(?i)(sha|md|hs|rs|es|ps|aes|argon|b?crypt|pbkdf|ed|x|base|oauth|utf|hmac|rsa|http)[-_]?[0-9].{0,14}");

  /** Words and short numbers with something between them, as the names of things are. */
  private static final Pattern IDENTIFIER =
      Pattern.compile("(?i)[a-z]+[0-9]{0,2}([-_./:]([a-z]+[0-9]{0,2}|v?[0-9]{1,4}))+");

  private SecretValue() {}

  /**
   * Whether a value is secret by itself.
   *
   * @param name what the name of it says
   * @param stated whether it is a setting that a service gets, so that any word is one; elsewhere
   *     only what does not look like a word
   */
  static boolean isSecret(String value, SecretName name, boolean stated) {
    if (value.isEmpty() || value.length() > LONGEST || standsForIt(value)) {
      return false;
    }
    boolean digits = value.chars().anyMatch(Character::isDigit);
    boolean letters = value.chars().anyMatch(Character::isLetter);
    if (name == SecretName.KEY) {
      return value.length() >= 16
          && digits
          && letters
          && entropy(value) >= RANDOM
          && !isName(value);
    }
    if (!letters) { // MIN_PASSWORD: 8, LLM_TOKEN: 2048
      return name == SecretName.PASSWORD && stated && value.length() >= 4;
    }
    if (stated && name != SecretName.AUTH) {
      return true;
    }
    if (isGuessable(value) || ALGORITHM.matcher(value).matches()) {
      return false;
    }
    boolean signs = value.chars().anyMatch(c -> "!@#$%^&*+=~?".indexOf(c) >= 0);
    boolean mixed = (digits || signs) && value.length() >= 6;
    if (name == SecretName.PASSWORD) {
      return mixed || (value.length() >= 16 && entropy(value) >= 4);
    }
    if (name == SecretName.AUTH) {
      return mixed && !isName(value);
    }
    return !isName(value)
        && ((mixed && value.length() >= 8 && entropy(value) >= 2.5)
            || (value.length() >= 16 && entropy(value) >= 4));
  }

  private static boolean isName(String value) {
    return IDENTIFIER.matcher(value).matches();
  }

  /** Whether it says where the secret comes from, or that one belongs there. */
  static boolean standsForIt(String value) {
    return standsByItself(value)
        || PlainText.within(value).filter(PlainText::isExample).isPresent();
  }

  private static boolean standsByItself(String value) {
    return value.chars().anyMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c))
        || value.length() > LONGEST
        || Stream.of(ELSEWHERE, PLACEHOLDER, VARIABLE).anyMatch(p -> p.matcher(value).matches());
  }

  /** Whether it is a word that may stand in any sentence, and that nobody would call a secret. */
  static boolean isGuessable(String value) {
    return value.length() <= 40 && GUESSABLE.matcher(value).matches();
  }

  /** Bits that a character of it is worth, by how often each occurs. */
  static double entropy(String value) {
    Map<Integer, Integer> counts = new HashMap<>();
    value.chars().forEach(c -> counts.merge(c, 1, Integer::sum));
    return counts.values().stream()
        .mapToDouble(count -> (double) count / value.length())
        .map(share -> -share * Math.log(share) / Math.log(2))
        .sum();
  }
}
