package io.productionguardian.rules.standard.secrets;

import com.google.common.base.Ascii;
import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the name of a variable or a member says of its value. */
enum SecretName {
  /** A password: whatever stands there is one. */
  PASSWORD,
  /** A token, a secret or a key of a kind that is secret. */
  SECRET,
  /** A key of some kind; only its value tells whether it is secret. */
  KEY,
  /** What one logs in with, or how; a word is how. */
  AUTH;

  /** What a secret's name ends with; a word before its own beginnings. */
  static final List<String> ENDINGS =
      ImmutableList.of(
          "credentials",
          "credential",
          "creds",
          "key_base",
          "key",
          "password",
          "passwd",
          "passphrase",
          "passcode",
          "pass",
          "pwd",
          "_pw",
          "auth",
          "salt",
          "cookie",
          "secret",
          "token");

  private static final WordSearch SEARCH = WordSearch.of(List.of(), ENDINGS);

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.$ -]{2,80}");
  private static final Pattern VARIABLE = Pattern.compile("[A-Z][A-Z0-9_]*");
  private static final CharMatcher DIGIT = CharMatcher.inRange('0', '9');
  private static final CharMatcher IN_WORD =
      DIGIT.or(CharMatcher.inRange('a', 'z')).or(CharMatcher.inRange('A', 'Z')).precomputed();

  private static final ImmutableSet<String> OPEN =
      ImmutableSet.of("public", "pub", "publishable", "anon", "csrf", "xsrf", "no", "max", "min");
  private static final ImmutableSet<String> SECRET_KEYS =
      ImmutableSet.of(
          "access",
          "account",
          "admin",
          "aes",
          "api",
          "app",
          "auth",
          "encryption",
          "fernet",
          "hmac",
          "jwt",
          "license",
          "master",
          "private",
          "secret",
          "server",
          "service",
          "session",
          "signing",
          "ssh",
          "storage",
          "tls",
          "webhook");

  /** Of an option or a switch: whether there is a password, and not which. */
  private static final ImmutableSet<String> OPEN_PASSWORDS =
      ImmutableSet.of(
          "disabled", "disable", "without", "ask", "prompt", "allow", "empty", "blank", "lock");

  /** What finds something, and opens nothing. */
  private static final ImmutableSet<String> OPEN_KEYS =
      ImmutableSet.of(
          "cache",
          "correlation",
          "dedup",
          "foreign",
          "group",
          "idempotency",
          "lookup",
          "message",
          "object",
          "partition",
          "primary",
          "request",
          "routing",
          "row",
          "socket",
          "sort",
          "surrogate",
          "trace",
          "translation");

  /** Where a web server passes requests on to, as nginx names it. */
  private static final ImmutableSet<String> UPSTREAMS =
      ImmutableSet.of("uwsgi", "fastcgi", "scgi", "grpc", "memcached");

  /** Whose {@code AUTH} is the password itself. */
  private static final ImmutableSet<String> LOGIN_BY_AUTH =
      ImmutableSet.of("redis", "rediscli", "valkey", "keydb", "dragonfly");

  /** Marks in a text, positions in a list, colours of a design: tokens that open nothing. */
  private static final ImmutableSet<String> OPEN_TOKENS =
      ImmutableSet.of(
          "begin",
          "bos",
          "cancel",
          "cancellation",
          "cls",
          "continuation",
          "design",
          "end",
          "eos",
          "fencing",
          "first",
          "idempotency",
          "last",
          "mask",
          "next",
          "pad",
          "page",
          "per",
          "sep",
          "special",
          "start",
          "stop",
          "sync",
          "trace",
          "unk");

  /** What a name says, when it says that the value is secret. */
  static Optional<SecretName> of(String name) {
    if (!SEARCH.isIn(name) || !NAME.matcher(name).matches()) {
      return Optional.empty();
    }
    List<String> words = words(name);
    if (words.isEmpty() || words.stream().anyMatch(OPEN::contains)) {
      return Optional.empty();
    }
    String last = words.get(words.size() - 1);
    String before = words.size() > 1 ? words.get(words.size() - 2) : "";
    boolean variable = isVariable(name) && !before.isEmpty();
    if (isPassword(last)) {
      return Optional.of(PASSWORD).filter(it -> !OPEN_PASSWORDS.contains(before));
    }
    if (last.equals("pass") && variable) {
      return before.equals("proxy") // nginx names by it where requests go
          ? Optional.of(AUTH)
          : Optional.of(PASSWORD).filter(it -> !UPSTREAMS.contains(before));
    }
    if (last.equals("auth") && variable) {
      return Optional.of(
          LOGIN_BY_AUTH.contains(before) || name.equals("NEO4J_AUTH") ? PASSWORD : AUTH);
    }
    if (last.equals("cookie")) {
      return Optional.of(PASSWORD).filter(it -> before.equals("erlang"));
    }
    boolean secret =
        (last.endsWith("secret") && !before.equals("pull"))
            || (last.endsWith("token") && !OPEN_TOKENS.contains(before))
            || last.startsWith("credential")
            || last.equals("creds")
            || (last.equals("base") && before.equals("key")) // SECRET_KEY_BASE of Rails
            || isSecretKey(last, before);
    if (secret) {
      return Optional.of(SECRET);
    }
    return variable && (last.equals("salt") || (last.equals("key") && !OPEN_KEYS.contains(before)))
        ? Optional.of(KEY)
        : Optional.empty();
  }

  /** Offset behind the ending that begins at an offset, in capitals or not, or -1. */
  static int endOfEnding(String text, int at) {
    String ending = SEARCH.at(text, at);
    return ending == null ? -1 : at + ending.length();
  }

  /** Whether it is written as environment variables are. */
  static boolean isVariable(String name) {
    return VARIABLE.matcher(name).matches();
  }

  /** The name of the variable that should hold the value of that name. */
  static String variable(String name) {
    String upper = Ascii.toUpperCase(String.join("_", split(name)));
    return isVariable(name) ? name : isVariable(upper) ? upper : "_" + upper;
  }

  private static List<String> words(String name) {
    List<String> words = split(name);
    words.replaceAll(Ascii::toLowerCase);
    if (!words.isEmpty()) { // DB_PASSWORD_2, password1
      int last = words.size() - 1;
      words.set(last, DIGIT.trimTrailingFrom(words.get(last)));
      words.remove("");
    }
    return words;
  }

  /** Between what is neither a letter nor a digit, and before a capital letter behind another. */
  private static List<String> split(String name) {
    List<String> words = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < name.length(); i++) {
      if (!IN_WORD.matches(name.charAt(i))) {
        addWord(name, start, i, words);
        start = i + 1;
      } else if (i > start
          && Ascii.isUpperCase(name.charAt(i))
          && !Ascii.isUpperCase(name.charAt(i - 1))) {
        addWord(name, start, i, words);
        start = i;
      }
    }
    addWord(name, start, name.length(), words);
    return words;
  }

  private static void addWord(String name, int start, int end, List<String> words) {
    if (end > start) {
      words.add(name.substring(start, end));
    }
  }

  private static boolean isPassword(String word) {
    return Stream.of("password", "passwd", "passphrase", "passcode").anyMatch(word::endsWith)
        || (word.endsWith("pwd") && !word.endsWith("oldpwd") && word.length() > 3)
        || word.equals("pwd")
        || word.equals("pw")
        || word.equals("requirepass") // of Redis, as masterauth
        || word.equals("masterauth");
  }

  private static boolean isSecretKey(String last, String before) {
    return last.equals("key")
        ? SECRET_KEYS.contains(before)
        : Stream.of("apikey", "secretkey", "privatekey", "accesskey", "accountkey")
            .anyMatch(last::endsWith);
  }
}
