package io.productionguardian.folder;

import com.google.common.collect.ImmutableSet;
import java.util.regex.Pattern;

/** Tells by names which files of a repository a service is deployed with. */
final class DeploymentFiles {

  /** How deep below the root they are looked for. */
  static final int DEPTH = 8;

  /** More files than any service is deployed with. */
  static final int MOST = 2_000;

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

  /** Whether a folder of that name may have some. */
  static boolean mayHold(String folder) {
    return !FOREIGN.contains(folder) && (!folder.startsWith(".") || folder.equals(".github"));
  }

  /** Whether the file at that path below the root is one. */
  static boolean matches(String path) {
    return NAME.matcher(path.substring(path.lastIndexOf('/') + 1)).matches()
        || FOLDER.matcher(path).matches()
        || MIGRATION.matcher(path).matches();
  }
}
