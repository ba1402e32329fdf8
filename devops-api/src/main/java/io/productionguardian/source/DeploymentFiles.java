package io.productionguardian.source;

import com.google.common.collect.ImmutableSet;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apiguardian.api.API;

/**
 * Tells which files of a repository a service is deployed with: by their names, in any case of
 * letters, compose files, files of variables ({@code .env}), manifests, Prometheus configuration
 * and rules, workflows, migrations; by their content, manifests and compose files in any other
 * folder. A folder, an archive and files in memory are all asked by these two questions.
 *
 * @since 0.1.0
 */
@API(status = API.Status.STABLE, since = "0.1.0")
public final class DeploymentFiles {

  /** How deep below the root they are looked for, the file's own name counted. */
  public static final int DEPTH = 8;

  /** More files than any service is deployed with. */
  public static final int MOST = 2_000;

  /** More files than are looked at to find these. */
  public static final int MOST_LOOKED_AT = 20_000;

  private static final ImmutableSet<String> FOREIGN =
      ImmutableSet.of(
          "node_modules",
          "target",
          "build",
          "dist",
          "out",
          "venv",
          "vendor",
          "__pycache__",
          "specs",
          "test",
          "tests",
          "testdata",
          "fixtures");

  /** As much of a file as tells what it is, bytes. */
  static final int HEAD = 16_384;

  private static final Pattern MANIFEST =
      Pattern.compile("(?m)^\\s{0,4}+[\"']?apiVersion[\"']?\\s?:\\s?+[\"']?[a-z]");
  private static final Pattern KIND =
      Pattern.compile("(?m)^\\s{0,4}+[\"']?kind[\"']?\\s?:\\s?+[\"']?[A-Z]");
  private static final Pattern SERVICES = Pattern.compile("(?m)^services\\s?:");
  private static final Pattern IMAGE = Pattern.compile("(?m)^[ \\t]{1,16}+(?:image|build)\\s?:");

  private static final Pattern NAME =
      Pattern.compile(
          "(?i)((docker-)?compose([._-].*)?\\.ya?ml|prometheus[^/]*\\.ya?ml"
              + "|.*(alert|rules)[^/]*\\.ya?ml|(.*\\.)?Dockerfile(\\..*)?)");

  /**
   * Variables that containers get; not an example of them, code, or what is packed or encrypted.
   */
  private static final Pattern VARIABLES =
      Pattern.compile(
          "(?i)(?!.*(example|sample|template|tmpl|tpl|dist|schema|\\.vault))"
              + "(\\.env(rc|[._-].*)?(?<!\\.(ts|js|mjs|md|py|go|zip|gz|gpg|enc|age))|[^/]+\\.env)");

  private static final Pattern FOLDER =
      Pattern.compile(
          "(?i)(.*/)?(k8s|kubernetes|manifests|deploy|deployment|deployments|kustomize|prometheus"
              + "|monitoring|alerts|\\.github/workflows)/.*\\.(ya?ml|json)");
  private static final Pattern MIGRATION =
      Pattern.compile("(.*/)?(migrations?|alembic/versions|db/migrate|flyway)/.*\\.(sql|py|rb)");

  private DeploymentFiles() {}

  /**
   * Whether a file is one.
   *
   * @param path below the repository's root, with {@code /}
   * @param exists whether the repository has a file of a path; templates of a chart are none, since
   *     they are no YAML before they are filled
   */
  public static boolean isOne(String path, Predicate<String> exists) {
    return matches(path) && isAmongThem(path, exists);
  }

  private static boolean isAmongThem(String path, Predicate<String> exists) {
    String[] segments = path.split("/", -1);
    if (segments.length > DEPTH) {
      return false;
    }
    StringBuilder above = new StringBuilder();
    for (int i = 0; i < segments.length - 1; i++) {
      if (!mayHold(segments[i])
          || (segments[i].equals("templates") && exists.test(above + "Chart.yaml"))) {
        return false;
      }
      above.append(segments[i]).append('/');
    }
    return true;
  }

  /**
   * Whether a file that its name does not tell may be one, so that its content is asked.
   *
   * @param path below the repository's root, with {@code /}
   * @param exists whether the repository has a file of a path
   */
  public static boolean mayBeOne(String path, Predicate<String> exists) {
    String name = path.toLowerCase(Locale.ROOT);
    return (name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json"))
        && isAmongThem(path, exists);
  }

  /** Whether a file begins like a manifest or a compose file. */
  static boolean looksLikeOne(String head) {
    return (MANIFEST.matcher(head).find() && KIND.matcher(head).find())
        || (SERVICES.matcher(head).find() && IMAGE.matcher(head).find());
  }

  /** Whether a folder of that name may have some; if not, no file below it is one. */
  public static boolean mayHold(String folder) {
    return !FOREIGN.contains(folder.toLowerCase(Locale.ROOT))
        && (!folder.startsWith(".") || folder.equals(".github"));
  }

  private static boolean matches(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return NAME.matcher(name).matches()
        || VARIABLES.matcher(name).matches()
        || FOLDER.matcher(path).matches()
        || MIGRATION.matcher(path).matches();
  }
}
