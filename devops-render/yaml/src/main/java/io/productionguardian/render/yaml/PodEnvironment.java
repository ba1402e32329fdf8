package io.productionguardian.render.yaml;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedSet;
import io.productionguardian.plan.DeploymentPlan;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The variables of a container. What a value takes from {@code ${NAME}} comes from the member
 * {@code NAME} of a Secret that has the service's name.
 */
record PodEnvironment(DeploymentPlan plan) {

  /** Also with what compose does when it is not set: a Secret has no such thing. */
  private static final Pattern REFERENCE =
      Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)(?:[:?+-][^{}]*)?}");

  /** The members that the Secret must have. */
  NavigableSet<String> secrets() {
    return referredTo(plan.environment().values().stream());
  }

  /** First what others are made from, since Kubernetes fills in only what stands before. */
  List<Object> entries() {
    ImmutableList.Builder<Object> first = ImmutableList.builder();
    ImmutableList.Builder<Object> then = ImmutableList.builder();
    plan.environment()
        .forEach(
            (name, value) -> {
              if (isOnlyReference(value)) {
                first.add(fromSecret(name, secretOf(value)));
              } else {
                then.add(ImmutableMap.of("name", name, "value", filledIn(value)));
              }
            });
    for (String secret : partsOfOthers()) {
      if (!isOwnReference(secret)) {
        first.add(fromSecret(variableOf(secret), secret));
      }
    }
    return first.addAll(then.build()).build();
  }

  private NavigableSet<String> partsOfOthers() {
    return referredTo(plan.environment().values().stream().filter(it -> !isOnlyReference(it)));
  }

  private static NavigableSet<String> referredTo(Stream<String> values) {
    return values
        .flatMap(value -> REFERENCE.matcher(value).results())
        .map(found -> found.group(1))
        .collect(ImmutableSortedSet.toImmutableSortedSet(String::compareTo));
  }

  private Map<String, Object> fromSecret(String name, String member) {
    return ImmutableMap.of(
        "name",
        name,
        "valueFrom",
        ImmutableMap.of(
            "secretKeyRef", ImmutableMap.of("name", plan.service().name(), "key", member)));
  }

  /** With {@code $(NAME)} for what is filled in, and every other {@code $} safe from Kubernetes. */
  private String filledIn(String value) {
    StringBuilder text = new StringBuilder();
    int at = 0;
    for (MatchResult found : REFERENCE.matcher(value).results().toList()) {
      text.append(literal(value.substring(at, found.start())));
      text.append("$(").append(variableOf(found.group(1))).append(')');
      at = found.end();
    }
    return text.append(literal(value.substring(at))).toString();
  }

  private static String literal(String text) {
    return text.replace("$", "$$");
  }

  /** The variable that holds a member of the Secret; another one when its name is taken. */
  private String variableOf(String secret) {
    String name = secret;
    while (plan.environment().containsKey(name) && !isOwnReference(secret)) {
      name += "_FROM_SECRET";
    }
    return name;
  }

  private boolean isOwnReference(String name) {
    String value = plan.environment().getOrDefault(name, "");
    return isOnlyReference(value) && secretOf(value).equals(name);
  }

  private static boolean isOnlyReference(String value) {
    return REFERENCE.matcher(value).matches();
  }

  private static String secretOf(String value) {
    return REFERENCE.matcher(value).replaceFirst("$1");
  }
}
