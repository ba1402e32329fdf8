package io.productionguardian.rules.standard.secrets;

import com.google.common.collect.ImmutableSet;
import io.productionguardian.dossier.Deployed.Container;
import io.productionguardian.dossier.Dossier;
import io.productionguardian.dossier.Sourced;
import io.productionguardian.model.Service;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which deploy files have credentials that open nothing of the service: those of tests, and those
 * in a folder that has containers, none of them the service's, while it has its own in another.
 */
final class Elsewhere {

  static final Function<Dossier, Set<String>> OF = Elsewhere::of;

  private static final Pattern FOLDER_OF_TESTS =
      Pattern.compile(
          "(?i)(.*/)?([\\w-]{1,40}[_-])?(tests?|testing|e2e|examples?|samples?|fixtures|testdata"
              + "|integration[_-]tests?)/.*");

  /** A compose file, an image or variables for tests by any word of the name; else by its end. */
  private static final Pattern NAME_OF_TESTS =
      Pattern.compile(
          "(?i)(.*/)?(((docker-)?compose|(.*\\.)?Dockerfile|\\.env)(.*[._-])?[._-]"
              + "(tests?|testing|e2e|ci|integration|examples?|fixtures?)([._-].*)?"
              + "|((.*[._-])?(tests?|e2e)|test[._-].*)\\.(ya?ml|json|env))");

  private static final String WORKFLOWS = ".github/workflows/";

  private Elsewhere() {}

  private static Set<String> of(Dossier dossier) {
    boolean owns = !dossier.containers().isEmpty();
    Set<String> own = folders(dossier.containers());
    Set<String> all = folders(dossier.evidence(Container.class));
    String name = dossier.service().map(Sourced::value).map(Service::name).orElse("");
    return dossier.inputs().repository().keySet().stream()
        .filter(path -> isOfTests(path, name) || (owns && isOfOthers(path, own, all)))
        .collect(ImmutableSet.toImmutableSet());
  }

  /** Workflows run in earnest, and a service may be called after tests. */
  private static boolean isOfTests(String path, String service) {
    String told = service.isEmpty() ? path : path.replace(service, "");
    return !path.startsWith(WORKFLOWS)
        && (FOLDER_OF_TESTS.matcher(told).matches() || NAME_OF_TESTS.matcher(told).matches());
  }

  /** The nearest folder with containers below it tells; the root is nobody else's. */
  private static boolean isOfOthers(String path, Set<String> own, Set<String> all) {
    return above(path)
        .filter(all::contains)
        .findFirst()
        .filter(folder -> !own.contains(folder))
        .isPresent();
  }

  /** The folders that have some of them in files, however deep. */
  private static Set<String> folders(Collection<Container> containers) {
    Set<String> folders = new HashSet<>();
    containers.forEach(it -> above(it.node().file()).forEach(folders::add));
    return folders;
  }

  /** The folders that a file is in, the nearest first, without the root. */
  private static Stream<String> above(String path) {
    return Stream.iterate(parent(path), folder -> !folder.isEmpty(), Elsewhere::parent);
  }

  private static String parent(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }
}
