package io.productionguardian.rule;

import com.google.common.base.Preconditions;
import com.google.common.collect.ImmutableList;
import io.productionguardian.model.MustHave;
import io.productionguardian.model.Severity;
import io.productionguardian.model.VetoTrigger;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apiguardian.api.API;

/**
 * What a rule is, for people and for the veto message.
 *
 * @param id kebab-case, unique among all rules, for instance {@code rollback-time}
 * @param severity what its findings do unless the policy says otherwise
 * @param concern which group of questions it belongs to
 * @param trigger the veto trigger of the specification that it stands for
 * @param mustHave the must-have of the specification that it stands for
 * @param summary what it checks, one sentence
 * @param impact why that matters
 * @param requirement what must be so
 * @param suggestion how to fix it
 * @param action the veto message's {@code action_needed}, snake_case
 * @param params what a policy may set
 * @param example what fails and what passes
 * @param waivable whether a policy may waive its findings for an epic
 * @since 0.1.0
 */
@API(status = API.Status.STABLE, since = "0.1.0")
public record RuleInfo(
    String id,
    Severity severity,
    Concern concern,
    Optional<VetoTrigger> trigger,
    Optional<MustHave> mustHave,
    String summary,
    String impact,
    String requirement,
    String suggestion,
    String action,
    List<Param> params,
    Optional<Example> example,
    boolean waivable) {

  private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final Pattern ACTION = Pattern.compile("[a-z0-9]+(_[a-z0-9]+)*");

  /**
   * Checks that nothing is missing.
   *
   * @throws IllegalArgumentException if the id or action has another form or a text is blank
   */
  public RuleInfo {
    params = ImmutableList.copyOf(params);
    Preconditions.checkArgument(ID.matcher(id).matches(), "rule id \"%s\" is not kebab-case", id);
    Preconditions.checkArgument(
        ACTION.matcher(action).matches(), "rule %s: action \"%s\" is not snake_case", id, action);
    for (String text : new String[] {summary, impact, requirement, suggestion}) {
      Preconditions.checkArgument(!text.isBlank(), "rule %s lacks a text", id);
    }
  }

  /**
   * Two fragments of an input that show a rule at work.
   *
   * @param failing what it refuses
   * @param passing what it accepts
   */
  public record Example(String failing, String passing) {}

  /** The groups of questions, in the order in which their findings are ranked. */
  public enum Concern {
    /** Whether the inputs can be read and belong together. */
    INPUT,
    /** Whether those who must agree have agreed. */
    APPROVAL,
    /** Whether the release can be operated: the veto triggers and must-haves. */
    READINESS,
    /** Whether what is stated makes sense. */
    CONSISTENCY,
    /** Whether what the service deploys with and what tools report supports what is said. */
    EVIDENCE,
    /** Whether it fits into the shared infrastructure (the specification's checklist). */
    CHECKLIST,
    /** Whether something secret stands in clear text. */
    SECRETS,
    /** Whatever else a team wants. */
    CUSTOM
  }

  /** Begins a rule's metadata. */
  public static Builder of(String id, Severity severity, Concern concern) {
    return new Builder(id, severity, concern);
  }

  /** The same rule with another severity. */
  public RuleInfo withSeverity(Severity other) {
    return new RuleInfo(
        id,
        other,
        concern,
        trigger,
        mustHave,
        summary,
        impact,
        requirement,
        suggestion,
        action,
        params,
        example,
        waivable);
  }

  /**
   * The same rule when it failed and nobody knows what it would have found: it blocks, and no
   * waiver holds.
   */
  public RuleInfo crashed() {
    return new RuleInfo(
        id,
        Severity.BLOCK,
        concern,
        trigger,
        mustHave,
        summary,
        impact,
        requirement,
        suggestion,
        action,
        params,
        example,
        false);
  }

  /** Collects a rule's metadata. */
  public static final class Builder {
    private final String id;
    private final Severity severity;
    private final Concern concern;
    private Optional<VetoTrigger> trigger = Optional.empty();
    private Optional<MustHave> mustHave = Optional.empty();
    private String summary = "";
    private String impact = "";
    private String requirement = "";
    private String suggestion = "";
    private String action = "";
    private final ImmutableList.Builder<Param> params = ImmutableList.builder();
    private Optional<Example> example = Optional.empty();
    private boolean waivable = true;

    private Builder(String id, Severity severity, Concern concern) {
      this.id = id;
      this.severity = severity;
      this.concern = concern;
    }

    /** The veto trigger that it stands for. */
    public Builder trigger(VetoTrigger value) {
      trigger = Optional.of(value);
      return this;
    }

    /** The must-have that it stands for. */
    public Builder mustHave(MustHave value) {
      mustHave = Optional.of(value);
      return this;
    }

    /** What it checks, one sentence. */
    public Builder summary(String value) {
      summary = value;
      return this;
    }

    /** Why that matters. */
    public Builder impact(String value) {
      impact = value;
      return this;
    }

    /** What must be so. */
    public Builder requirement(String value) {
      requirement = value;
      return this;
    }

    /** How to fix it. */
    public Builder suggestion(String value) {
      suggestion = value;
      return this;
    }

    /** The veto message's {@code action_needed}. */
    public Builder action(String value) {
      action = value;
      return this;
    }

    /** What a policy may set. */
    public Builder param(Param value) {
      params.add(value);
      return this;
    }

    /** A fragment of an input that it refuses and one that it accepts. */
    public Builder example(String failing, String passing) {
      example = Optional.of(new Example(failing, passing));
      return this;
    }

    /** No policy may waive its findings; the specification forbids it. */
    public Builder unwaivable() {
      waivable = false;
      return this;
    }

    /**
     * The metadata.
     *
     * @throws IllegalArgumentException if something is missing
     */
    public RuleInfo build() {
      return new RuleInfo(
          id,
          severity,
          concern,
          trigger,
          mustHave,
          summary,
          impact,
          requirement,
          suggestion,
          action,
          params.build(),
          example,
          waivable);
    }
  }

  /**
   * A value of a rule that a policy may set.
   *
   * @param name snake_case
   * @param standard the value when the policy sets none: a number, a text or a truth value
   * @param description what it does, with its unit and range
   * @param choices the texts that it may be; any when there are none
   * @since 0.1.0
   */
  public record Param(String name, Object standard, String description, List<String> choices) {

    /** Keeps copies. */
    public Param {
      choices = ImmutableList.copyOf(choices);
    }

    /** A number. */
    public static Param number(String name, long standard, String description) {
      return new Param(name, BigDecimal.valueOf(standard), description, ImmutableList.of());
    }

    /** A text. */
    public static Param text(String name, String standard, String description) {
      return new Param(name, standard, description, ImmutableList.of());
    }

    /** One of several words. */
    public static Param choice(
        String name, String standard, String description, String... choices) {
      return new Param(name, standard, description, ImmutableList.copyOf(choices));
    }

    /** A truth value. */
    public static Param flag(String name, boolean standard, String description) {
      return new Param(name, standard, description, ImmutableList.of());
    }
  }
}
