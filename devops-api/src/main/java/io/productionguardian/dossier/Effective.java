package io.productionguardian.dossier;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import io.productionguardian.document.Document;
import io.productionguardian.document.Document.Fault;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;

/**
 * Deploy files as what they come to: kustomizations are built and compose projects merged, so that
 * no file is judged by how it is written.
 *
 * @param files by path; a value may stand in another file than the one that it takes effect in
 * @param faults what is not built
 * @param written the deploy files as they are in the repository
 */
record Effective(NavigableMap<String, Document> files, List<Fault> faults, Set<String> written) {

  Effective {
    files = ImmutableSortedMap.copyOfSorted(files);
    faults = ImmutableList.copyOf(faults);
    written = ImmutableSet.copyOf(written);
  }

  boolean isOne(String file) {
    return written.contains(file);
  }

  static Effective of(NavigableMap<String, Document> deployFiles) {
    return ComposeProjects.merge(
        Kustomizations.build(new Effective(deployFiles, ImmutableList.of(), deployFiles.keySet())));
  }
}
