package io.productionguardian.rules.standard.secrets;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What commands log in with: arguments that no name says are secret, and headers with a key. */
final class Commands {

  /** As far as the arguments of a command are looked for. */
  private static final int LONGEST = 600;

  private static final String QUOTE = "(?:\\\\?[\"'])?+";
  private static final String SECRET =
      "(?<secret>[^\\s\"'`\\\\|;]{1,300}+(?:[|;][^\\s\"'`\\\\]{1,300}+(?=\\\\?[\"']))?+)";
  private static final String USER = "(?<user>(?:\\$\\{[^}\\s]{0,80}+\\}|[^\\s:\"'`\\\\]){0,100}+)";

  /** Between an option and its argument, in a command or a list of words. */
  private static final String BETWEEN = "(?:\\\\?[\"'],\\s?|[=\\s]{0,3})";

  /** Other arguments of the same command. */
  private static final String GAP = "[^\\n;|&]{0,300}?(?<=\\s)";

  private static final String MYSQL =
      "^(?:dump|admin|import|check)?+" + GAP + "-p(?!ort|rotocol|assword|lugin)" + QUOTE + SECRET;

  /**
   * A way to hand over a secret.
   *
   * @param program what the command begins with, or what names the option; looked for first
   * @param before what must stand before it in its line; anything unless stated
   * @param argument the secret among what stands behind it
   * @param variable the variable that should hold it
   */
  private record Form(String program, Pattern before, Pattern argument, String variable) {}

  private static final Pattern COMMAND = Pattern.compile("(?s)(.*[^\\w.$-])?");
  private static final Pattern LOGIN =
      Pattern.compile(
          "(?s)(.*[^\\w.-])?(docker|podman|nerdctl|buildah|skopeo|crane|oras|helm|az|oc|cf)\\s.{0,40}");

  private static final List<Form> FORMS =
      ImmutableList.of(
          form(
              "curl",
              COMMAND,
              "^(?=[\\s\"'\\\\])(?s:.{0,500}?)(?<=[\\s\"'])(?:-[a-zA-Z]{0,8}[uU]|--(?:proxy-)?user)"
                  + BETWEEN
                  + QUOTE
                  + USER
                  + ":"
                  + SECRET
                  + "?",
              "PASSWORD"),
          form(
              "http",
              Pattern.compile("(\\s*[$#>]?\\s*|.*[\"'`|;&]\\s*)"),
              "^s?\\s[^\\n]{0,200}?(?:-a|--auth)[=\\s]{1,3}+" + QUOTE + USER + ":" + SECRET,
              "PASSWORD"),
          form("login", LOGIN, "^" + GAP + "-p[=\\s]{0,3}+" + QUOTE + SECRET, "REGISTRY_PASSWORD"),
          form("sshpass", COMMAND, "^\\s{1,3}+-p\\s{0,3}+" + QUOTE + SECRET, "SSH_PASSWORD"),
          form("mysql", COMMAND, MYSQL, "MYSQL_PWD"),
          form("mariadb", COMMAND, MYSQL, "MYSQL_PWD"),
          form(
              "mongo",
              COMMAND,
              "^(?:sh|dump|restore|export|import)?+(?!\\s+mkdir)"
                  + GAP
                  + "-p[=\\s]{0,3}+(?![0-9.]{0,20}+:[0-9])"
                  + QUOTE
                  + SECRET,
              "MONGO_PASSWORD"),
          form(
              "redis-cli",
              COMMAND,
              "^" + GAP + "(?:-a|--pass)[=\\s]{1,3}+" + QUOTE + SECRET,
              "REDISCLI_AUTH"),
          form(
              "ldapsearch",
              COMMAND,
              "^" + GAP + "-w[=\\s]{0,3}+" + QUOTE + SECRET,
              "LDAP_PASSWORD"),
          form(
              "-pass",
              Pattern.compile("(?s).*openssl\\s.*"),
              "^(?:in|out)?\\s{1,3}+" + QUOTE + "pass:" + SECRET,
              "PASSPHRASE"));

  private static final Pattern LITERAL =
      Pattern.compile("[=\\s]{0,3}+" + QUOTE + "(?<name>[\\w.-]{1,80}+)=" + QUOTE + SECRET);

  private static final Pattern HEADER =
      Pattern.compile(
          "[=\\s]{0,3}+"
              + QUOTE
              + "(?<name>[A-Za-z][\\w-]{1,60}+):\\s{0,3}+"
              + "(?:(?:[Tt]oken|[Aa]pi-?[Kk]ey|[Kk]ey|GenieKey|[Ss]ecret)[\\s=]{1,2}+)?+"
              + SECRET);

  /** What a secret of Kubernetes holds beside secrets. */
  private static final ImmutableSet<String> KNOWN =
      ImmutableSet.of(
          "user",
          "username",
          "login",
          "host",
          "hostname",
          "port",
          "database",
          "dbname",
          "db",
          "name",
          "url",
          "uri",
          "email",
          "region",
          "namespace",
          "version",
          "bucket",
          "endpoint");

  /** Behind these stands what is known by its form, or what a digest was made of. */
  private static final ImmutableSet<String> SCHEMES =
      ImmutableSet.of("Bearer", "Basic", "Digest", "AWS4-HMAC", "Negotiate");

  private Commands() {}

  private static Form form(String program, Pattern before, String argument, String variable) {
    return new Form(program, before, Pattern.compile(argument), variable);
  }

  static List<Credential> in(SourceText source) {
    return Stream.of(
            FORMS.stream().flatMap(form -> in(source, form)),
            literals(source),
            Stream.of("-H", "--header").flatMap(option -> headers(source, option)))
        .flatMap(found -> found)
        .limit(ClearText.MOST)
        .toList();
  }

  private static Stream<Credential> in(SourceText source, Form form) {
    String text = source.text();
    return SourceText.occurrences(text, form.program())
        .filter(at -> form.before().matcher(source.before(at, 80)).matches())
        .mapToObj(at -> argument(source, form, at + form.program().length()))
        .flatMap(Optional::stream);
  }

  private static Optional<Credential> argument(SourceText source, Form form, int from) {
    Matcher found =
        form.argument()
            .matcher(source.text())
            .region(from, end(source.text(), from))
            .useTransparentBounds(true);
    if (!found.find()) {
      return Optional.empty();
    }
    int start = found.start("secret");
    if (start < 0) { // curl -u KEY: has the key for the user
      return secret(source, found, "user", SecretName.KEY, "API_KEY");
    }
    return secret(source, found, "secret", SecretName.PASSWORD, form.variable());
  }

  private static Stream<Credential> literals(SourceText source) {
    String option = "--from-literal";
    Matcher literal = LITERAL.matcher(source.text());
    return SourceText.occurrences(source.text(), option)
        .filter(at -> isAt(source, literal, at + option.length()))
        .mapToObj(at -> literal(source, literal, at))
        .flatMap(Optional::stream);
  }

  private static Optional<Credential> literal(SourceText source, Matcher literal, int at) {
    String name = literal.group("name");
    Optional<SecretName> kind = SecretName.of(name);
    if (kind.isEmpty() && source.before(at, LONGEST).contains(" secret ")) {
      kind = Optional.of(SecretName.SECRET).filter(it -> !KNOWN.contains(name));
    }
    return kind.flatMap(it -> secret(source, literal, "secret", it, SecretName.variable(name)));
  }

  private static Stream<Credential> headers(SourceText source, String option) {
    Matcher header = HEADER.matcher(source.text());
    return SourceText.occurrences(source.text(), option)
        .filter(at -> isAt(source, header, at + option.length()))
        .mapToObj(at -> header(source, header))
        .flatMap(Optional::stream);
  }

  private static Optional<Credential> header(SourceText source, Matcher header) {
    String variable = SecretName.variable(header.group("name"));
    Optional<SecretName> kind =
        variable.equals("AUTHORIZATION") ? Optional.of(SecretName.SECRET) : SecretName.of(variable);
    return SCHEMES.stream().anyMatch(header.group("secret")::startsWith)
        ? Optional.empty()
        : kind.flatMap(
            it ->
                secret(
                    source,
                    header,
                    "secret",
                    it,
                    variable.equals("AUTHORIZATION") ? "ACCESS_TOKEN" : variable));
  }

  private static boolean isAt(SourceText source, Matcher matcher, int at) {
    return matcher.region(at, Math.min(source.text().length(), at + LONGEST)).lookingAt();
  }

  private static Optional<Credential> secret(
      SourceText source, Matcher found, String group, SecretName kind, String variable) {
    boolean stated = kind == SecretName.PASSWORD && source.states(found.start(group));
    return SecretValue.isSecret(found.group(group), kind, stated)
        ? Optional.of(
            Credential.of(
                "A command has a credential in clear text",
                found.start(group),
                found.end(group),
                variable))
        : Optional.empty();
  }

  /** The end of a command, which goes on in the next line where a backslash says so. */
  private static int end(String text, int from) {
    int most = Math.min(text.length(), from + LONGEST);
    int end = text.indexOf('\n', from);
    while (end > 0 && end < most && text.charAt(end - 1) == '\\') {
      end = text.indexOf('\n', end + 1);
    }
    return end < 0 ? most : Math.min(end, most);
  }
}
