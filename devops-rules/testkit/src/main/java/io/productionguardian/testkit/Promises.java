package io.productionguardian.testkit;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;

/** What the contracts have in common. */
final class Promises {

  private Promises() {}

  /**
   * The tests of each of those under contract.
   *
   * @throws AssertionError if there are none: a contract of nothing would always be kept
   */
  static <T> Stream<DynamicContainer> of(
      String kind,
      Stream<? extends T> found,
      Function<T, String> name,
      Function<T, Stream<DynamicTest>> tests) {
    List<? extends T> all = found.toList();
    if (all.isEmpty()) {
      throw new AssertionError(
          "no " + kind + " was found; a contract of nothing would always be kept");
    }
    return all.stream()
        .map(one -> DynamicContainer.dynamicContainer(name.apply(one), tests.apply(one)));
  }

  /** That one reads no clock and no file. */
  static DynamicTest isPure(String who, Object one) {
    return DynamicTest.dynamicTest(
        "it reads no clock and no file",
        () -> {
          Set<String> impure = Purity.impureCalls(one.getClass());
          if (!impure.isEmpty()) {
            throw new AssertionError(
                who + " is not pure: " + one.getClass().getName() + " calls " + impure);
          }
        });
  }
}
