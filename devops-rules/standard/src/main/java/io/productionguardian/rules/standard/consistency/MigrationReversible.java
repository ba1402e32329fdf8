package io.productionguardian.rules.standard.consistency;

import com.google.common.collect.ImmutableSet;
import io.productionguardian.document.Node;
import io.productionguardian.document.SourceFile;
import io.productionguardian.document.SourceLocation;
import io.productionguardian.dossier.Dossier;
import io.productionguardian.model.Severity;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Violation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Each database migration of this release has a way back. */
public final class MigrationReversible implements Rule {

  private static final Pattern DESTROYS =
      Pattern.compile(
          "(?im)^[^\\n]*?\\b(DROP\\s+(TABLE|COLUMN|SCHEMA|DATABASE)|TRUNCATE\\s+TABLE)\\b");
  private static final Pattern NO_WAY_BACK =
      Pattern.compile(
          "(?m)^def downgrade\\([^)]*\\)[^:\\n]*:\\s*(\"\"\"[^\"]*\"\"\"\\s*)?(pass|raise NotImplementedError[^\\n]*|return)\\s*$");
  private static final Pattern IS_DOWN =
      Pattern.compile("(.*[._-]down\\.sql|(.*/)?U[0-9._]+__.*\\.sql)");

  private static final RuleInfo INFO =
      RuleInfo.of("migration-reversible", Severity.WARN, RuleInfo.Concern.CONSISTENCY)
          .summary("Each database migration of this release has a way back.")
          .impact("After a rollback the previous version meets a database that it does not know")
          .requirement(
              "A migration that implementation.json lists drops nothing without a down migration"
                  + " beside it, and an Alembic migration's downgrade does something")
          .suggestion(
              "Write the down migration, or drop only in a later release when nothing reads it")
          .action("make_migration_reversible")
          .example(
              """
              -- db/migrations/V7__drop_name.sql, with no U7__drop_name.sql beside it
              ALTER TABLE users DROP COLUMN name;
              """,
              """
              -- db/migrations/V7__add_name.sql
              ALTER TABLE users ADD COLUMN name text;
              """)
          .build();

  private static final Pattern MIGRATION = Pattern.compile("migration|migrate|alembic|flyway");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Dossier dossier, Settings settings) {
    Map<String, SourceFile> repository = dossier.inputs().repository();
    if (repository.isEmpty()) {
      return List.of();
    }
    Set<String> changed =
        dossier.root("implementation").stream()
            .flatMap(
                root ->
                    Stream.of("tasks_completed", "tasks")
                        .flatMap(name -> root.get(name).stream())
                        .flatMap(tasks -> tasks.items().stream()))
            .flatMap(
                task ->
                    Stream.of("files_created", "files_modified")
                        .flatMap(name -> task.get(name).stream())
                        .map(Node::texts)
                        .flatMap(List::stream))
            .collect(ImmutableSet.toImmutableSet());
    return changed.stream()
        .flatMap(path -> Optional.ofNullable(repository.get(path)).stream())
        .filter(file -> MIGRATION.matcher(file.path()).find())
        .flatMap(file -> fault(file, repository))
        .toList();
  }

  private static Stream<Violation> fault(SourceFile file, Map<String, SourceFile> repository) {
    String text = file.text();
    boolean python = file.path().endsWith(".py");
    Matcher matcher = (python ? NO_WAY_BACK : DESTROYS).matcher(text);
    boolean faulty =
        matcher.find()
            && !IS_DOWN.matcher(file.path()).matches()
            && (python || !hasDown(file.path(), repository));
    return faulty
        ? Stream.of(
            Violation.at(
                SourceLocation.at(file.path(), line(text, matcher.start()), 1),
                python
                    ? "The migration's downgrade does nothing"
                    : "The migration destroys data and has no down migration beside it"))
        : Stream.of();
  }

  private static boolean hasDown(String path, Map<String, SourceFile> repository) {
    String folder = path.substring(0, path.lastIndexOf('/') + 1);
    String name = path.substring(folder.length());
    return Stream.of(
            name.replaceFirst("([._-])up\\.sql$", "$1down.sql"),
            name.replaceFirst("\\.sql$", ".down.sql"),
            name.replaceFirst("^V", "U"))
        .filter(down -> !down.equals(name))
        .anyMatch(down -> repository.containsKey(folder + down));
  }

  private static int line(String text, int at) {
    return 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
  }
}
