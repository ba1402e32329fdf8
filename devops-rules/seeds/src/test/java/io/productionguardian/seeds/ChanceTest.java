package io.productionguardian.seeds;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@link NoChanceTest} refuses, and what it lets be. */
class ChanceTest {

  private static final Path HERE = Path.of("target", "test-classes");

  static class Unseeded {
    int value() {
      return new Random().nextInt();
    }
  }

  static class SeededByTheClock {
    int value() {
      return new Random(System.nanoTime()).nextInt();
    }
  }

  static class OfTheThread {
    int value() {
      return ThreadLocalRandom.current().nextInt();
    }
  }

  static class Named {
    String value() {
      return UUID.randomUUID().toString();
    }
  }

  static class Shuffled {
    List<Integer> value() {
      List<Integer> list = new ArrayList<>(List.of(1, 2));
      Collections.shuffle(list);
      return list;
    }
  }

  static class Sampled {
    String value() {
      return Arbitraries.strings().sample();
    }
  }

  static class Shares {
    void value() {
      Statistics.coverage(coverage -> coverage.check(true).percentage(share -> share > 5));
    }
  }

  static class Seeded {
    int value(long seed) {
      List<Integer> list = new ArrayList<>(List.of(1, 2));
      Collections.shuffle(list, new Random(seed));
      return list.get(0);
    }
  }

  static class Timed {
    long value() {
      return System.nanoTime();
    }
  }

  private static boolean refused(Class<?> tests) {
    return NoChanceTest.RULE
        .evaluate(NoChanceTest.in(HERE).that(equivalentTo(tests)))
        .hasViolation();
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        Unseeded.class,
        SeededByTheClock.class,
        OfTheThread.class,
        Named.class,
        Shuffled.class,
        Sampled.class,
        Shares.class
      })
  void chanceIsRefused(Class<?> tests) {
    assertThat(refused(tests)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(classes = {Seeded.class, Timed.class})
  void whatHasASeedOrOnlyMeasuresIsNot(Class<?> tests) {
    assertThat(refused(tests)).isFalse();
  }

  @Test
  void classesAreFoundInTheFolderOfAModule() {
    assertThat(NoChanceTest.in(HERE)).isNotEmpty();
  }
}
