package io.productionguardian.rules.standard.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** § stands for something random, which no file of ours may hold. */
class AssignmentsTest {

  private static final String RANDOM = Fake.lower(10);

  private static List<String> found(String path, String text, boolean deploys) {
    String source = text.replace("§", RANDOM);
    return Assignments.in(new SourceText(path, source, List.of(), deploys), 100).stream()
        .map(it -> it.name() + " " + source.substring(it.start(), it.end()).replace(RANDOM, "§"))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password=§",
        "?a=1&password=§",
        "https://api/x?password=§&a=1",
        "export password=§",
        "  set password=§",
        "> - password=§",
        "mysql --password §",
        "mysql --password=§ app",
        "mysql --password  '§'",
        "password: §",
        "- password: §",
        "# password: § # why",
        "password: § ",
        "{a: 1, password: §}",
        "{password: §, a: 1}",
        "(password: §).",
        "a\\n  password: §\\n",
        "password: '§' and more",
        "\"password\": \"§\"",
        "{\\\"password\\\": \\\"§\\\"}",
        "`password`: `§`",
        "['password'] = '§'",
        "password := \"§\"",
        "password => '§'",
        "password_2=§",
        "password-13: §",
      })
  void aValueIsGivenToTheName(String text) {
    assertThat(found("notes.md", text, false)).containsExactly("password §");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "the password=§",
        "the password: §",
        "password: § and more",
        "password §",
        "mysql -password §",
        "password '§'",
        "password == '§'",
        "password =~ '§'",
        "password => §",
        "password ! '§'",
        "passwords: §",
        "password: r'§'",
        "password: \"§",
        "password:     §",
        "password    '§'",
        "adduser --disabled-password § app",
        "adduser --password --gecos § app",
        "uwsgi_pass: §",
        "${password:-§}",
        "X: ${DB_PASSWORD:-§}",
        "${DB_PASSWORD=§}",
      })
  void whatStandsBehindTheNameIsNotGivenToIt(String text) {
    assertThat(found("notes.md", text, false)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"DB_PASSWORD=§ run", "run DB_PASSWORD=§ x", "is DB_PASSWORD=§"})
  void aVariableIsAssignedAnywhere(String text) {
    assertThat(found("notes.md", text, false)).containsExactly("DB_PASSWORD §");
  }

  @ParameterizedTest
  @ValueSource(strings = {"smtp.password", "a-db_password", "x9.Password", "A_PASSWD", "api-key"})
  void theNameIsAllThatStandsBeforeIt(String name) {
    assertThat(found("notes.md", "/" + name + ": §", false)).isEmpty();
    assertThat(found("notes.md", "\"" + name + ": §", false)).containsExactly(name + " §");
    assertThat(found("notes.md", "--" + name + " §", false)).containsExactly(name + " §");
  }

  @ParameterizedTest
  @ValueSource(strings = {"9x(b)4kfj2)", "9x[b]4kfj2]"})
  void aClosingBracketOfTheValueStays(String value) {
    assertThat(found("notes.md", "password: " + value, false)).containsExactly("password " + value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"9x4kfj2)", "9x4kfj2).", "9x4kfj2]", "9x4kfj2}>."})
  void aClosingBracketOfTheSentenceDoesNot(String value) {
    assertThat(found("notes.md", "password: " + value, false)).containsExactly("password 9x4kfj2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"api.py", "api.rb", "api.ts", "src/Api.java"})
  void codeGivesOnlyWhatIsQuoted(String path) {
    assertThat(found(path, "password = '§'", false)).containsExactly("password §");
    assertThat(found(path, "password = §", false)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Dockerfile", "deploy/api.Dockerfile"})
  void anImageIsBuiltWithIt(String path) {
    assertThat(found(path, "ENV API_TOKEN §\n", true)).containsExactly("API_TOKEN §");
    assertThat(found(path, "ARG API_TOKEN=§\n", true)).containsExactly("API_TOKEN §");
    assertThat(found(path, "RUN API_TOKEN §\n", true)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PASSWORD 'letmein'", "Password  'letmein'"})
  void sqlGivesItWithoutASign(String text) {
    assertThat(found("1.sql", "CREATE USER a WITH " + text, true)).hasSize(1);
    assertThat(found("1.sql", "-- " + text, true)).isEmpty();
    assertThat(found("1.txt", "CREATE USER a WITH " + text, true)).isEmpty();
    assertThat(found("1.sql", "SELECT secret 'letmein'", true)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"DB_PASSWORD=letmein", "db_password=letmein", "JWT_SECRET=letmein"})
  void anyWordCountsInASettingOfWhatIsDeployed(String text) {
    assertThat(found(".env", text, true)).hasSize(1);
    assertThat(found(".env", "# " + text, true)).isEmpty();
    assertThat(found(".env", "// " + text, true)).isEmpty();
    assertThat(found(".env", text, false)).isEmpty();
    assertThat(found("notes.md", text, true)).isEmpty();
    assertThat(found("notes.txt", text, true)).isEmpty();
    assertThat(found(".github/workflows/ci.yml", text, true)).isEmpty();
    assertThat(found("x/cicd-api.yaml", text, true)).isEmpty();
    assertThat(found(".env", "jwt_secret=letmein", true)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void soManyAreFound(int most) {
    String text = ("password=" + RANDOM + "\n").repeat(3);
    assertThat(Assignments.in(new SourceText("notes.md", text, List.of(), false), most))
        .hasSize(most);
  }
}
