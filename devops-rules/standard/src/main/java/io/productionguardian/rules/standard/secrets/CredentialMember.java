package io.productionguardian.rules.standard.secrets;

import io.productionguardian.document.Node;
import io.productionguardian.dossier.Dossier;
import io.productionguardian.model.Severity;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Violation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** No member and no variable of a credential has its value in the file. */
public final class CredentialMember implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of("credential-member", Severity.BLOCK, RuleInfo.Concern.SECRETS)
          .summary("No member and no variable of a credential has its value in the file.")
          .impact("Whoever reads the file, now or in the repository's history, has the credential")
          .requirement("A credential's value is a reference such as ${DB_PASSWORD}")
          .suggestion("Put ${DB_PASSWORD} in its place, set it from .env.infra, and change it")
          .action("remove_credential")
          .example("SMTP_PASSWORD: not-so-secret", "SMTP_PASSWORD: ${SMTP_PASSWORD}")
          .build();

  private static final Pattern ENVIRONMENT = Pattern.compile("(.*/)?(environment|env)/.*");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Dossier dossier, Settings settings) {
    return ClearText.violations(dossier, settings.catalog(), Kind.MEMBER);
  }

  static List<Credential> in(SourceText source) {
    Members members = new Members(source);
    source.roots().forEach(members::read);
    for (Assignments.Assignment assigned : source.assignments()) {
      if (!assigned.colon() || !members.values.contains(assigned.start())) {
        members.found.add(credential(assigned.name(), assigned.start(), assigned.end()));
      }
    }
    return members.found;
  }

  private static Credential credential(String name, int start, int end) {
    return Credential.of(
        name + " has its value in clear text", start, end, SecretName.variable(name));
  }

  /** The members of a file's trees. */
  private static final class Members {
    private final SourceText source;
    private final int[] lines;
    private final List<Credential> found = new ArrayList<>();

    /** Where values of credentials begin, secret or not: the text behind them is judged once. */
    private final Set<Integer> values = new HashSet<>();

    Members(SourceText source) {
      this.source = source;
      this.lines = source.roots().isEmpty() ? new int[] {0} : source.lines();
    }

    void read(Node node) {
      node.members()
          .forEach(
              (name, value) -> {
                if (value.members().isEmpty() && value.items().isEmpty()) {
                  judge(name, value, node.name().equals("encryptedData"));
                } else {
                  read(value);
                }
              });
      node.items().forEach(this::read);
      Optional<Node> value = node.get("value");
      if (value.isPresent()) { // a container's variable, a property of XML
        node.get("name").flatMap(Node::text).ifPresent(name -> judge(name, value.get(), false));
      }
    }

    private void judge(String name, Node value, boolean encrypted) {
      Optional<SecretName> kind = SecretName.of(name);
      if (kind.isEmpty()) { // as nearly always
        return;
      }
      String text = value.scalar().orElse("").strip();
      int offset = SourceText.offset(value, lines);
      if (text.isEmpty() || offset < 0 || offset >= source.text().length()) {
        return;
      }
      char first = source.text().charAt(offset);
      boolean quoted = first == '"' || first == '\'';
      boolean block = first == '|' || first == '>';
      int start = quoted ? offset + 1 : block ? source.text().indexOf(text, offset) : offset;
      if (start < 0) { // folded over several lines
        return;
      }
      values.add(start);
      boolean stated =
          isSetting(value, start)
              && (SecretName.isVariable(name) || kind.get() == SecretName.PASSWORD);
      boolean alias = first == '*' && !text.startsWith("*");
      if (!encrypted && !alias && SecretValue.isSecret(text, kind.get(), stated)) {
        found.add(credential(name, start, end(start, text, quoted ? first : '\n')));
      }
    }

    /** Whether the repository deploys with it, or an artifact says that the service gets it. */
    private boolean isSetting(Node value, int offset) {
      return source.states(offset)
          || (!source.isWorkflow() && ENVIRONMENT.matcher(value.pointer()).matches());
    }

    /** Behind the value as it is written, which escapes make longer. */
    private int end(int start, String value, char close) {
      if (source.text().startsWith(value, start)) {
        return start + value.length();
      }
      int end = start;
      while (end < source.text().length() && source.text().charAt(end) != close) {
        end += close == '"' && source.text().charAt(end) == '\\' ? 2 : 1;
      }
      return Math.min(end, source.text().length());
    }
  }
}
