package io.productionguardian.seeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

class SeedOfTheRunTest {

  /** What the properties below were given. */
  private static final List<String> TRIED = new ArrayList<>();

  private final Map<String, Optional<String>> ofTheRun = new HashMap<>();

  @BeforeEach
  void withoutASeed() {
    for (String name : List.of(SeedOfTheRun.SEED, SeedOfTheRun.TRIES)) {
      ofTheRun.put(name, Optional.ofNullable(System.clearProperty(name)));
    }
  }

  @AfterEach
  void asBefore() {
    ofTheRun.forEach(
        (name, was) ->
            was.ifPresentOrElse(
                value -> System.setProperty(name, value), () -> System.clearProperty(name)));
  }

  static class Unseeded {
    @Property(tries = 50)
    void anything(@ForAll String text) {
      TRIED.add(text);
    }
  }

  static class Seeded {
    @Property(tries = 50, seed = "7")
    void anything(@ForAll String text) {
      TRIED.add(text);
    }
  }

  static class Failing {
    @Property(tries = 50)
    void never(@ForAll int number) {
      throw new IllegalStateException("never holds");
    }
  }

  private static List<String> tried(Class<?> properties) {
    TRIED.clear();
    EngineTestKit.engine("jqwik")
        .configurationParameter("jqwik.database", "")
        .selectors(selectClass(properties))
        .execute()
        .testEvents()
        .assertStatistics(it -> it.succeeded(1));
    return List.copyOf(TRIED);
  }

  @Test
  void everyRunTriesTheSame() {
    assertThat(tried(Unseeded.class)).hasSize(50).isEqualTo(tried(Unseeded.class));
  }

  @Test
  void anotherSeedOfTheRunTriesOtherValuesAndRepeatsThem() {
    List<String> fixed = tried(Unseeded.class);

    System.setProperty(SeedOfTheRun.SEED, "1234");
    List<String> other = tried(Unseeded.class);

    assertThat(other).isNotEqualTo(fixed).isEqualTo(tried(Unseeded.class));
  }

  @Test
  void aPropertyThatStatesItsSeedKeepsIt() {
    List<String> fixed = tried(Seeded.class);

    System.setProperty(SeedOfTheRun.SEED, "1234");

    assertThat(tried(Seeded.class)).isEqualTo(fixed);
  }

  @Test
  void seedsDifferByTheNameOfTheTest() {
    assertThat(SeedOfTheRun.seed("0", "a.B#c")).isNotEqualTo(SeedOfTheRun.seed("0", "a.B#d"));
  }

  @Test
  void aFailureSaysHowToRepeatIt() {
    System.setProperty(SeedOfTheRun.SEED, "1234");
    System.setProperty(SeedOfTheRun.TRIES, "20000");

    List<Event> failed =
        EngineTestKit.engine("jqwik")
            .configurationParameter("jqwik.database", "")
            .selectors(selectClass(Failing.class))
            .execute()
            .testEvents()
            .failed()
            .list();

    assertThat(failed).hasSize(1);
    assertThat(failed.get(0).getPayload().orElseThrow().toString())
        .contains("never holds")
        .contains("mvn -B test -pl :")
        .contains(
            "-Dtest='"
                + Failing.class.getName()
                + "#never' -Dguardian.seed=1234 -Dguardian.tries=20000 ");
  }
}
