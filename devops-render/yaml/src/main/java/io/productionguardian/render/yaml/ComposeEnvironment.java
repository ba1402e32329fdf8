package io.productionguardian.render.yaml;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.productionguardian.policy.Catalog;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The variables of a service in a Compose file.
 *
 * @param stated by name, as the plan has them
 * @param model the shared service of the language model
 */
record ComposeEnvironment(Map<String, String> stated, Optional<Catalog.Llm> model) {

  ComposeEnvironment {
    stated = ImmutableMap.copyOf(stated);
  }

  /** What Compose fills in; a default or a message is kept where it is plain text. */
  private static final Pattern REFERENCE =
      Pattern.compile("\\$\\{[A-Za-z_][A-Za-z0-9_]*(:?[-?][^${}\\r\\n]+)?}");

  private static final Pattern USER_INFO = Pattern.compile("://([^/@\\s]*):([^/@\\s]+)@");
  private static final Splitter WORDS = Splitter.on('_').omitEmptyStrings();
  private static final Splitter HOSTS =
      Splitter.on(
              CharMatcher.inRange('a', 'z')
                  .or(CharMatcher.inRange('A', 'Z'))
                  .or(CharMatcher.inRange('0', '9'))
                  .or(CharMatcher.anyOf("_.-"))
                  .negate())
          .omitEmptyStrings();
  private static final ImmutableSet<String> SECRET =
      ImmutableSet.of("PASSWORD", "PASSWD", "SECRET", "TOKEN", "APIKEY", "CREDENTIALS");
  private static final ImmutableSet<String> SECRET_KEYS =
      ImmutableSet.of("API_KEY", "PRIVATE_KEY", "ACCESS_KEY");

  /** Whether the service talks to the language model. */
  boolean usesModel() {
    return model
        .filter(
            llm ->
                stated.entrySet().stream()
                    .anyMatch(
                        variable ->
                            variable.getKey().startsWith("LLM_")
                                || variable.getKey().equals(llm.modelVariable())
                                || HOSTS.splitToList(variable.getValue()).contains(llm.host())))
        .isPresent();
  }

  /** The values as Compose must read them, so that the service gets what the plan states. */
  Map<String, String> interpolated() {
    ImmutableMap.Builder<String, String> variables = ImmutableMap.builder();
    stated.forEach(
        (name, value) ->
            variables.put(
                name, isCredential(name, value) ? "${" + name + "}" : interpolated(value)));
    // the model must be the one that is loaded, whatever the plan believes
    model
        .filter(llm -> usesModel())
        .ifPresent(llm -> variables.put(llm.modelVariable(), literal(llm.model())));
    return variables.buildKeepingLast();
  }

  /** The variables whose stated values are not written down. */
  List<String> referred() {
    return stated.entrySet().stream()
        .filter(variable -> isCredential(variable.getKey(), variable.getValue()))
        .map(variable -> variable.getKey())
        .collect(ImmutableList.toImmutableList());
  }

  /** A text in which Compose fills nothing in. */
  static String literal(String text) {
    return text.replace("$", "$$");
  }

  private static String interpolated(String value) {
    StringBuilder text = new StringBuilder();
    Matcher reference = REFERENCE.matcher(value);
    int end = 0;
    while (reference.find()) {
      text.append(literal(value.substring(end, reference.start()))).append(reference.group());
      end = reference.end();
    }
    return text.append(literal(value.substring(end))).toString();
  }

  /** A credential in clear text, which a generated file never repeats. */
  private static boolean isCredential(String name, String value) {
    if (USER_INFO.matcher(value).results().anyMatch(user -> !refers(user.group(2)))) {
      return true;
    }
    List<String> words = WORDS.splitToList(name.toUpperCase(Locale.ROOT));
    boolean secret =
        !Collections.disjoint(words, SECRET)
            || SECRET_KEYS.stream().anyMatch(String.join("_", words)::endsWith);
    return secret && !value.isEmpty() && !refers(value);
  }

  private static boolean refers(String value) {
    return REFERENCE.matcher(value).find();
  }
}
