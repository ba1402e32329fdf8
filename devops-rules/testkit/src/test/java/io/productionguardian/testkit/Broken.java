package io.productionguardian.testkit;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

/** Runs a contract as a framework would. */
final class Broken {

  private Broken() {}

  /** The promises that are broken, with what is said of it. */
  static Map<String, String> promises(Stream<? extends DynamicNode> nodes) {
    Map<String, String> broken = new TreeMap<>();
    nodes.forEach(
        node -> {
          if (node instanceof DynamicContainer container) {
            broken.putAll(promises(container.getChildren()));
          } else if (node instanceof DynamicTest test) {
            run(test, broken);
          }
        });
    return broken;
  }

  private static void run(DynamicTest test, Map<String, String> broken) {
    try {
      test.getExecutable().execute();
    } catch (Throwable failure) { // what a framework does with it
      broken.put(test.getDisplayName(), String.valueOf(failure.getMessage()));
    }
  }
}
