package io.productionguardian.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BaselineComparisonTest {

  private static final Row BASELINE = row("tokens", 10, 1, 100);

  @Test
  void aRowIsSlowerWhenItsRatiosLieApart() {
    BaselineComparison comparison =
        BaselineComparison.of(run(row("tree", 50, 2, 100)), run(row("tree", 80, 2, 100)));

    assertThat(comparison.worse()).containsExactly("epic_25 tree");
    assertThat(comparison.text()).contains("SLOWER");
  }

  @Test
  void aRowIsNotSlowerWhileTheNoiseCoversIt() {
    BaselineComparison comparison =
        BaselineComparison.of(run(row("tree", 50, 10, 100)), run(row("tree", 60, 10, 100)));

    assertThat(comparison.worse()).isEmpty();
  }

  @Test
  void aSlowerMachineIsNoSlowerRow() {
    Results slow =
        Results.of(Map.of(), List.of(row("tokens", 30, 3, 100), row("tree", 150, 6, 100)));

    assertThat(BaselineComparison.of(run(row("tree", 50, 2, 100)), slow).worse()).isEmpty();
  }

  @Test
  void moreBytesAreWorse() {
    BaselineComparison comparison =
        BaselineComparison.of(run(row("tree", 50, 2, 100)), run(row("tree", 50, 2, 120)));

    assertThat(comparison.worse()).containsExactly("epic_25 tree");
    assertThat(comparison.text()).contains("MORE BYTES");
  }

  @Test
  void aBaselineThatMovedDuringTheRunIsAsUncertainAsThat() {
    Results results = Results.of(Map.of(), List.of(BASELINE, row("tokens", 20, 2, 100)));

    assertThat(results.rows()).singleElement().extracting(Row::time).isEqualTo(new Interval(8, 22));
  }

  @Test
  void whatIsWrittenCanBeRead(@TempDir Path folder) throws IOException {
    Results results = run(row("tree", 50, 2, 100));
    Path file = Files.writeString(folder.resolve("run.json"), results.json());

    assertThat(Results.read(file)).isEqualTo(results);
  }

  @Test
  void anotherFileIsRefused(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("run.json"), "[1]");

    assertThatThrownBy(() -> Results.read(file)).isInstanceOf(IOException.class);
  }

  private static Results run(Row row) {
    return Results.of(Map.of("jdk", "17"), List.of(BASELINE, row));
  }

  private static Row row(String name, double micros, double error, double bytes) {
    return new Row(name, LargeEpics.EXAMPLE, micros, error, micros, bytes);
  }
}
