package io.productionguardian.render.yaml;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Map;

/**
 * A Kubernetes object and its file.
 *
 * @param file the file's name without its ending
 * @param comments what a reader must know, a line each
 * @param tree the object
 */
record Manifest(String file, List<String> comments, Map<String, Object> tree) {

  Manifest {
    comments = ImmutableList.copyOf(comments);
    tree = ImmutableMap.copyOf(tree);
  }
}
