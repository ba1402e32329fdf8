package io.productionguardian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.productionguardian.model.EpicId;
import io.productionguardian.policy.Policy;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.source.EpicSnapshot;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuardianTest {

  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
  private static final String ELSEWHERE = "io.productionguardian.extension.";

  @TempDir private Path temp;

  /** A jar of somebody else: its classes are its own, whatever the parent has. */
  private static final class Elsewhere extends URLClassLoader {
    Elsewhere(URL... urls) {
      super(urls, GuardianTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.startsWith(ELSEWHERE)) {
        return super.loadClass(name, resolve);
      }
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? findClass(name) : loaded;
    }
  }

  private Elsewhere elsewhere(String rule, String renderer) throws IOException {
    Path services = Files.createDirectories(temp.resolve("META-INF/services"));
    Files.writeString(services.resolve(Rule.class.getName()), rule + "\n");
    Files.writeString(services.resolve(Renderer.class.getName()), renderer + "\n");
    for (String name : new String[] {"DiscoveredRule", "DiscoveredRenderer"}) {
      String file = (ELSEWHERE + name).replace('.', '/') + ".class";
      Files.createDirectories(temp.resolve(file).getParent());
      try (var in = GuardianTest.class.getResourceAsStream("extension/" + name + ".class")) {
        assertThat(in).isNotNull();
        Files.write(temp.resolve(file), in.readAllBytes());
      }
    }
    return new Elsewhere(temp.toUri().toURL());
  }

  @Test
  void rulesAndRenderersFromElsewhereAreDiscovered() throws Exception {
    EpicFixture epic = EpicFixture.copy("epic_25", temp.resolve("epics"));
    try (Elsewhere loader =
        elsewhere(ELSEWHERE + "DiscoveredRule", ELSEWHERE + "DiscoveredRenderer")) {
      Guardian guardian = Guardian.builder().discover(loader).build();

      Assessment assessment = guardian.assess(epic.snapshot(), NOW);

      assertThat(guardian.rules()).extracting(RuleInfo::id).containsExactly("discovered-rule");
      assertThat(assessment.approved()).isFalse();
      assertThat(guardian.render(assessment).logLine().text()).endsWith("\"by\":\"discovered\"}\n");
    }
  }

  @Test
  void theThreadsClassLoaderIsAskedUnlessAnotherIsGiven() throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (Elsewhere loader =
        elsewhere(ELSEWHERE + "DiscoveredRule", ELSEWHERE + "DiscoveredRenderer")) {
      thread.setContextClassLoader(loader);
      assertThat(Guardian.builder().discover().build().rules()).hasSize(1);

      thread.setContextClassLoader(null);
      assertThatExceptionOfType(MisconfiguredException.class)
          .isThrownBy(() -> Guardian.builder().discover().build())
          .withMessageStartingWith("no rule was found");
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @Test
  void aServiceThatCannotBeLoadedIsAClearError() throws Exception {
    try (Elsewhere loader = elsewhere("com.example.Gone", ELSEWHERE + "DiscoveredRenderer")) {
      assertThatExceptionOfType(MisconfiguredException.class)
          .isThrownBy(() -> Guardian.builder().discover(loader))
          .withMessageStartingWith("cannot be loaded: ")
          .withMessageContaining("com.example.Gone")
          .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
    }
  }

  @Test
  void aGuardianDecidesByItsPolicyAndRenders() {
    EpicFixture epic = EpicFixture.copy("epic_25", temp);
    Policy policy =
        Policy.read(
            "guardian.yaml", "rules: {a: {severity: warn}}\n".getBytes(StandardCharsets.UTF_8));
    Guardian guardian =
        Guardian.builder()
            .policy(policy)
            .rule(TestRule.blocking("a", "no"))
            .renderer(new TestRenderer())
            .build();

    Assessment assessment = guardian.assess(epic.snapshot(), NOW);

    assertThat(assessment.approved()).isTrue();
    assertThat(assessment.policy()).isSameAs(policy);
    assertThat(guardian.render(assessment).files()).hasSize(3);
    assertThat(guardian.render(assessment).logLine().text())
        .isEqualTo(guardian.render(guardian.assess(epic.snapshot(), NOW)).logLine().text());
  }

  @Test
  void theWholeWayFromFolderToFolder() throws Exception {
    EpicFixture epic = EpicFixture.copy("epic_31", temp);
    Guardian guardian =
        Guardian.builder().rule(TestRule.blocking("a")).renderer(new TestRenderer()).build();

    var folder = epic.folder();
    folder.commit(guardian.render(guardian.assess(folder.snapshot(), NOW)));

    Assessment again = guardian.assess(folder.snapshot(), NOW.plusSeconds(60));
    assertThat(again.repeats()).isTrue();
    assertThat(folder.commit(guardian.render(again)).written()).isEmpty();
    assertThat(epic.text(EpicFixture.LOG).lines()).hasSize(8);
  }

  @Test
  void aListenerHearsEachRuleAndHowLongItTook() {
    List<String> heard = new ArrayList<>();
    AtomicLong clock = new AtomicLong();
    RuleListener listener =
        new RuleListener() {
          @Override
          public void started(RuleInfo rule) {
            heard.add("started " + rule.id());
          }

          @Override
          public void finished(RuleInfo rule, int violations, Duration took) {
            heard.add("finished " + rule.id() + " " + violations + " " + took.toNanos());
          }
        };
    Guardian guardian =
        Guardian.builder()
            .rule(TestRule.blocking("a", "no"))
            .rule(TestRule.blocking("b"))
            .listener(listener, () -> clock.addAndGet(7))
            .build();
    EpicSnapshot epic = EpicSnapshot.builder(new EpicId("epic_9")).build();

    Assessment assessment = guardian.assess(epic, Instant.EPOCH);

    assertThat(heard).containsExactly("started a", "finished a 1 7", "started b", "finished b 0 7");
    assertThat(assessment.blockingRules()).containsExactly("a");
  }

  @Test
  void whatAListenerThrowsIsNoDecision() {
    RuleListener broken =
        new RuleListener() {
          @Override
          public void started(RuleInfo rule) {
            throw new IllegalStateException("no disk");
          }
        };
    Guardian guardian =
        Guardian.builder().rule(TestRule.blocking("a", "no")).listener(broken, () -> 0).build();
    EpicSnapshot epic = EpicSnapshot.builder(new EpicId("epic_9")).build();

    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> guardian.assess(epic, Instant.EPOCH))
        .withMessage("no disk");
  }

  @Test
  void explainsRulesThatAreThereAlsoThoseThatAreOff() {
    Guardian guardian =
        Guardian.builder()
            .policy(Policy.builder().off("b", "not ours").build())
            .rule(TestRule.blocking("a"))
            .rule(TestRule.blocking("b"))
            .build();

    assertThat(guardian.explain("a").map(RuleInfo::id)).contains("a");
    assertThat(guardian.explain("b").map(RuleInfo::id)).contains("b");
    assertThat(guardian.explain("c")).isEmpty();
  }
}
