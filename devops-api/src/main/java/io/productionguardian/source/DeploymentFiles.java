package io.productionguardian.source;

import com.google.common.collect.ImmutableSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apiguardian.api.API;

/**
 * Tells by names which files of a repository a service is deployed with: compose files, manifests,
 * Prometheus configuration and rules, workflows, migrations. A folder, an archive and files in
 * memory are all asked by this one question.
 *
 * @since 0.1.0
 */
@API(status = API.Status.STABLE, since = "0.1.0")
public final class DeploymentFiles {

  /** How deep below the root they are looked for, the file's own name counted. */
  public static final int DEPTH = 8;

  /** More files than any service is deployed with. */
  public static final int MOST = 2_000;

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

  private static final Pattern NAME =
      Pattern.compile(
          "((docker-)?compose([._-].*)?\\.ya?ml|prometheus[^/]*\\.ya?ml"
              + "|.*(alert|rules)[^/]*\\.ya?ml|(.*\\.)?Dockerfile(\\..*)?)");
  private static final Pattern FOLDER =
      Pattern.compile(
          "(.*/)?(k8s|kubernetes|manifests|deploy|deployment|deployments|kustomize|prometheus"
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
    String[] segments = path.split("/", -1);
    if (segments.length > DEPTH || !matches(path)) {
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

  /** Whether a folder of that name may have some; if not, no file below it is one. */
  public static boolean mayHold(String folder) {
    return !FOREIGN.contains(folder) && (!folder.startsWith(".") || folder.equals(".github"));
  }

  private static boolean matches(String path) {
    return NAME.matcher(path.substring(path.lastIndexOf('/') + 1)).matches()
        || FOLDER.matcher(path).matches()
        || MIGRATION.matcher(path).matches();
  }
}
