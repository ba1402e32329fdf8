package io.productionguardian.render.yaml;

import com.google.common.collect.ImmutableMap;
import java.util.Map;
import java.util.Optional;

/**
 * A step of a job that runs a script.
 *
 * @param name what it does, for people
 * @param id by which other steps refer to it
 * @param condition when it runs; unless stated, when nothing before it failed
 * @param env the script's values
 * @param run the script
 */
record Step(
    String name,
    Optional<String> id,
    Optional<String> condition,
    Map<String, Object> env,
    String run) {

  Step {
    env = ImmutableMap.copyOf(env);
  }

  static Step of(String name, String run) {
    return new Step(name, Optional.empty(), Optional.empty(), ImmutableMap.of(), run);
  }

  static Step of(String name, Script script) {
    return of(name, script.text());
  }

  Step withId(String value) {
    return new Step(name, Optional.of(value), condition, env, run);
  }

  Step when(String value) {
    return new Step(name, id, Optional.of(value), env, run);
  }

  Step with(String variable, Object value) {
    return new Step(
        name,
        id,
        condition,
        ImmutableMap.<String, Object>builder().putAll(env).put(variable, value).buildOrThrow(),
        run);
  }

  Map<String, Object> tree() {
    ImmutableMap.Builder<String, Object> tree = ImmutableMap.builder();
    tree.put("name", name);
    id.ifPresent(value -> tree.put("id", value));
    condition.ifPresent(value -> tree.put("if", value));
    if (!env.isEmpty()) {
      tree.put("env", env);
    }
    return tree.put("run", run).buildOrThrow();
  }
}
