package io.productionguardian;

import com.google.common.collect.ImmutableList;
import io.productionguardian.dossier.Dossier;
import io.productionguardian.dossier.EvidenceSource;
import io.productionguardian.policy.Policy;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.source.EpicSnapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * Decides whether a release may go to production, and writes what carries it out. Immutable and
 * thread-safe.
 *
 * <pre>{@code
 * Guardian guardian = Guardian.builder().discover().build();
 * EpicFolder folder = EpicFolder.open(Path.of("docs/specs/epic_25"));
 * Assessment assessment = guardian.assess(folder.snapshot(), Instant.now());
 * folder.commit(guardian.render(assessment));
 * }</pre>
 *
 * @since 0.1.0
 */
@API(status = API.Status.STABLE, since = "0.1.0")
public final class Guardian {

  private final Gate gate;
  private final Renderers renderers;

  private final List<RuleInfo> known;

  private Guardian(Gate gate, Renderers renderers, List<RuleInfo> known) {
    this.gate = gate;
    this.renderers = renderers;
    this.known = known;
  }

  /** Begins a guardian without rules and renderers, and with the policy as shipped. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Decides. Pure: the same files, policy, rules and instant give the same assessment.
   *
   * @param snapshot the epic's files
   * @param instant when the decision is made
   */
  public Assessment assess(EpicSnapshot snapshot, Instant instant) {
    return gate.assess(snapshot, instant);
  }

  /**
   * Decides from a dossier that was read before.
   *
   * @throws MisconfiguredException if it was not read with this guardian's sources of evidence,
   *     some of which might contradict what it says
   */
  public Assessment assess(Dossier dossier, Instant instant) {
    return gate.assess(dossier, instant);
  }

  /**
   * Writes all files of a decision into memory. Pure.
   *
   * @throws MisconfiguredException if the renderers do not go together
   * @throws RenderException if a renderer fails, or writes what a release of that decision may not
   *     hold
   */
  public Release render(Assessment assessment) {
    return renderers.render(assessment);
  }

  /** The rules that run, by id, with the severities that the policy gives them. */
  public List<RuleInfo> rules() {
    return gate.rules();
  }

  /**
   * What a rule checks, why, and what it takes to pass; also of a rule that the policy turns off.
   *
   * @param id for instance {@code rollback-time}
   * @return empty when there is no such rule
   */
  public Optional<RuleInfo> explain(String id) {
    return Stream.concat(rules().stream(), known.stream())
        .filter(rule -> rule.id().equals(id))
        .findFirst();
  }

  /** Collects what a guardian needs. */
  public static final class Builder {

    private Optional<Policy> policy = Optional.empty();
    private final List<Rule> rules = new ArrayList<>();
    private final List<EvidenceSource> sources = new ArrayList<>();
    private final List<Renderer> renderers = new ArrayList<>();
    private final List<Listeners.Timed> listeners = new ArrayList<>();

    private Builder() {}

    /** By what releases are judged; the policy as shipped unless it is set. */
    public Builder policy(Policy value) {
      policy = Optional.of(value);
      return this;
    }

    /** Adds a rule. */
    public Builder rule(Rule rule) {
      rules.add(rule);
      return this;
    }

    /** Adds a source of evidence. */
    public Builder evidence(EvidenceSource source) {
      sources.add(source);
      return this;
    }

    /** Adds a renderer. */
    public Builder renderer(Renderer renderer) {
      renderers.add(renderer);
      return this;
    }

    /**
     * Adds a listener.
     *
     * @param nanoTime the clock by which it hears how long a rule took, for instance {@code
     *     System::nanoTime}; nothing else is made of it
     */
    public Builder listener(RuleListener listener, LongSupplier nanoTime) {
      listeners.add(new Listeners.Timed(listener, nanoTime));
      return this;
    }

    /**
     * Adds all rules, sources of evidence and renderers that this thread's class loader has as
     * services.
     *
     * @throws MisconfiguredException if one of them cannot be loaded
     */
    public Builder discover() {
      ClassLoader loader = Thread.currentThread().getContextClassLoader();
      return discover(loader == null ? Guardian.class.getClassLoader() : loader);
    }

    /**
     * Adds all rules, sources of evidence and renderers that a class loader has as services.
     *
     * @throws MisconfiguredException if one of them cannot be loaded
     */
    public Builder discover(ClassLoader loader) {
      Libraries.load();
      load(ServiceLoader.load(Rule.class, loader), rules::add);
      load(ServiceLoader.load(EvidenceSource.class, loader), sources::add);
      load(ServiceLoader.load(Renderer.class, loader), renderers::add);
      return this;
    }

    private static <T> void load(ServiceLoader<T> services, Consumer<T> found) {
      try {
        services.forEach(found);
      } catch (ServiceConfigurationError e) {
        throw Libraries.misfit(e)
            .orElseGet(() -> new MisconfiguredException("cannot be loaded: " + e.getMessage(), e));
      }
    }

    /**
     * Makes the guardian.
     *
     * @throws MisconfiguredException if a library is missing or does not fit, there is no rule, two
     *     rules have one id, or the policy names a rule or setting that is not there
     */
    public Guardian build() {
      Libraries.load();
      return new Guardian(
          Gate.of(policy.orElseGet(Policy::standard), rules, sources, new Listeners(listeners)),
          Renderers.of(renderers),
          rules.stream().map(Rule::info).collect(ImmutableList.toImmutableList()));
    }
  }
}
