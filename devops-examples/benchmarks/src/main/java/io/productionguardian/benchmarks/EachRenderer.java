package io.productionguardian.benchmarks;

import io.productionguardian.Assessment;
import io.productionguardian.Guardian;
import io.productionguardian.Release;
import io.productionguardian.RenderedFile;
import io.productionguardian.Renderer;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** One renderer at a time. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@SuppressWarnings("NullAway.Init") // JMH sets the fields
public class EachRenderer {

  @Param(LargeEpics.EXAMPLE)
  public String input;

  /** The renderer's class. */
  @Param("DeploymentRenderer")
  public String of;

  private Renderer renderer;
  private Assessment assessment;
  private Release release;

  /** Decides. */
  @Setup
  public void setUp() {
    Guardian guardian = Guardian.builder().discover().build();
    renderer = Installed.renderer(of);
    assessment = guardian.assess(LargeEpics.snapshot(input), Installed.NOW);
    release = guardian.render(assessment);
  }

  /** The files that it writes, and what it says of all files. */
  @Benchmark
  public void renderer(Blackhole hole) {
    List<RenderedFile> files = renderer.render(assessment);
    hole.consume(files);
    hole.consume(renderer.attest(assessment, release.files()));
  }
}
