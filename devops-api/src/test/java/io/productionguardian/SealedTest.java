package io.productionguardian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.productionguardian.model.GuardianException;
import io.productionguardian.policy.Policy;
import io.productionguardian.policy.PolicyException;
import io.productionguardian.release.FolderException;
import io.productionguardian.release.ReleaseTarget.StaleSnapshotException;
import io.productionguardian.source.EpicSnapshot;
import io.productionguardian.source.SnapshotException;
import java.io.Serializable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What cannot be true cannot be built: nobody makes a result but those who derive it. */
class SealedTest {

  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  @ParameterizedTest
  @ValueSource(classes = {Assessment.class, Release.class, Policy.class, EpicSnapshot.class})
  void aResultHasNoConstructorThatAnybodyCanCall(Class<?> result) {
    assertThat(Modifier.isFinal(result.getModifiers())).isTrue();
    assertThat(result.isRecord()).isFalse();
    assertThat(result.getDeclaredConstructors())
        .allMatch(constructor -> Modifier.isPrivate(constructor.getModifiers()));
    assertThat(Serializable.class.isAssignableFrom(result)).isFalse();
    assertThat(result.getDeclaredFields())
        .allMatch(
            field ->
                Modifier.isFinal(field.getModifiers()) && Modifier.isPrivate(field.getModifiers()));
  }

  /** The public methods of our exported classes that give one of that type. */
  private static Set<String> makersOf(Class<?> result, Class<?>... among) {
    return Stream.concat(Stream.of(result), Arrays.stream(among))
        .flatMap(type -> Arrays.stream(type.getMethods()))
        .filter(method -> method.getReturnType().equals(result))
        .map(SealedTest::name)
        .collect(Collectors.toSet());
  }

  private static String name(Method method) {
    return method.getDeclaringClass().getSimpleName() + "." + method.getName();
  }

  @Test
  void onlyAGuardianMakesAssessmentsAndReleases() {
    assertThat(makersOf(Assessment.class, Gate.class, Guardian.class))
        .containsExactly("Guardian.assess");
    assertThat(makersOf(Release.class, Renderers.class, Guardian.class))
        .containsExactly("Guardian.render");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"decision\": \"APPROVE\", \"findings\": [], \"repeats\": true}",
        "\"approve\"",
        "[\"approve\"]"
      })
  void noResultIsReadFromJson(String json) {
    for (Class<?> result : Set.of(Assessment.class, Release.class, EpicSnapshot.class)) {
      assertThatExceptionOfType(JacksonException.class)
          .as(result.getName())
          .isThrownBy(() -> JSON.readValue(json, result));
    }
    assertThatExceptionOfType(JacksonException.class)
        .isThrownBy(() -> JSON.readValue(json, Policy.class));
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        SnapshotException.class,
        PolicyException.class,
        MisconfiguredException.class,
        RenderException.class,
        FolderException.class,
        StaleSnapshotException.class
      })
  void whatThisLibraryThrowsHasOneRoot(Class<?> exception) {
    assertThat(GuardianException.class).isAssignableFrom(exception).isAbstract();
  }
}
