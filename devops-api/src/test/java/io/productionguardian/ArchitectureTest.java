package io.productionguardian;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.lang.module.ModuleDescriptor;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The floors of the house, bottom first, and what may not be seen or called where. */
class ArchitectureTest {

  private static final String ROOT = "io.productionguardian";

  /** Imports point down only: from a package to those above it in this list. */
  private static final List<String> FLOORS =
      List.of(
          "model", "document", "schema", "dossier", "policy", "rule", "engine", "render", "folder");

  private static final JavaClasses CLASSES = mainClasses();

  private static JavaClasses mainClasses() {
    try {
      return new ClassFileImporter()
          .importPath(
              Path.of(Guardian.class.getProtectionDomain().getCodeSource().getLocation().toURI()));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String pkg(String floor) {
    return ROOT + "." + floor;
  }

  private static DescribedPredicate<JavaClass> ours(List<String> floors) {
    return resideInAnyPackage(floors.stream().map(ArchitectureTest::pkg).toArray(String[]::new))
        .as("our packages " + floors);
  }

  // Floors

  @TestFactory
  Stream<DynamicTest> importsPointDownOnly() {
    return IntStream.range(0, FLOORS.size())
        .mapToObj(
            floor -> {
              String name = FLOORS.get(floor);
              DescribedPredicate<JavaClass> above =
                  ours(FLOORS.subList(floor + 1, FLOORS.size()))
                      .or(resideInAPackage(ROOT))
                      .as("what lies above");
              return DynamicTest.dynamicTest(
                  name,
                  () ->
                      noClasses()
                          .that()
                          .resideInAPackage(pkg(name))
                          .should()
                          .dependOnClassesThat(above)
                          .check(CLASSES));
            });
  }

  @Test
  void everyPackageHasItsFloor() {
    Set<String> packages =
        CLASSES.stream()
            .map(JavaClass::getPackageName)
            .filter(name -> !name.isEmpty()) // module-info
            .collect(Collectors.toSet());

    assertThat(packages)
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(FLOORS.stream().map(ArchitectureTest::pkg), Stream.of(ROOT)).toList());
  }

  @Test
  void theModelDependsOnNothingOfOursAndNoFormat() {
    classes()
        .that()
        .resideInAPackage(pkg("model"))
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                pkg("model"), "java..", "com.google.common.collect", "org.jspecify.annotations"))
        .check(CLASSES);
  }

  @Test
  void parsersAreSeenByTheirOwnFloorOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackage(pkg("document"))
        .should()
        .dependOnClassesThat(resideInAnyPackage("tools.jackson.core..", "org.snakeyaml.."))
        .check(CLASSES);
    noClasses()
        .that()
        .resideOutsideOfPackage(pkg("schema"))
        .should()
        .dependOnClassesThat(resideInAnyPackage("com.networknt..", "tools.jackson.databind.."))
        .check(CLASSES);
  }

  @Test
  void filesAreTouchedByTheFolderOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackage(pkg("folder"))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("java.nio.file..", "java.nio.channels..", "java.net..")
                .or(describe("java.io.File", type -> type.getName().startsWith("java.io.File"))))
        .check(CLASSES);
  }

  @Test
  void aRuleThatIsBrokenWouldBeSeen() {
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(
            () ->
                noClasses()
                    .that()
                    .resideInAPackage(pkg("folder"))
                    .should()
                    .dependOnClassesThat(ours(List.of("model")))
                    .check(CLASSES));
  }

  @Test
  void aRuleThatMatchesNothingFails() {
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(
            () ->
                noClasses()
                    .that()
                    .resideInAPackage(pkg("nowhere"))
                    .should()
                    .dependOnClassesThat(ours(List.of("model")))
                    .check(CLASSES))
        .withMessageContaining("failed to check any classes");
  }

  // What makes an answer depend on when and where it is given

  @Test
  void nobodyAsksForTheTimeThePlaceOrTheLanguage() {
    noClasses()
        .that(resideOutsideOfPackages(pkg("folder")))
        .should()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(LocalDateTime.class, "now")
        .orShould()
        .callMethod(LocalDate.class, "now")
        .orShould()
        .callMethod(ZoneId.class, "systemDefault")
        .orShould()
        .callMethod(Locale.class, "getDefault")
        .orShould()
        .callMethod(String.class, "toLowerCase")
        .orShould()
        .callMethod(String.class, "toUpperCase")
        .orShould()
        .callMethod(System.class, "getenv", String.class)
        .orShould()
        .callMethod(System.class, "getProperty", String.class)
        .orShould()
        .dependOnClassesThat(
            describe(
                "dates, clocks and random numbers",
                type ->
                    type.isEquivalentTo(Clock.class)
                        || Set.of(
                                "java.util.Date",
                                "java.util.Calendar",
                                "java.util.Random",
                                "java.util.UUID",
                                "java.util.concurrent.ThreadLocalRandom")
                            .contains(type.getName())))
        .check(CLASSES);
  }

  // What users see

  @Test
  void everyPackageIsDescribedAndNullMarked() {
    for (JavaPackage each : packages()) {
      assertThat(each.getPackageInfo().isAnnotatedWith(NullMarked.class))
          .as(each.getName())
          .isTrue();
    }
    assertThat(packages()).hasSize(FLOORS.size() + 1);
  }

  private static List<JavaPackage> packages() {
    return Stream.concat(FLOORS.stream().map(ArchitectureTest::pkg), Stream.of(ROOT))
        .map(CLASSES::getPackage)
        .toList();
  }

  @Test
  void theModuleExportsEveryPackage() {
    ModuleDescriptor descriptor = Guardian.class.getModule().getDescriptor();
    if (descriptor == null) { // the tests run on the class path
      return;
    }

    assertThat(descriptor.exports())
        .extracting(ModuleDescriptor.Exports::source)
        .containsAll(packages().stream().map(JavaPackage::getName).toList());
    assertThat(descriptor.exports()).noneMatch(ModuleDescriptor.Exports::isQualified);
  }

  @Test
  void thePublicFaceShowsNoTypeOfAParser() {
    classes().that().arePublic().should(showOnlyOurTypes()).check(CLASSES);
  }

  private static ArchCondition<JavaClass> showOnlyOurTypes() {
    return new ArchCondition<>("show only types of ours, Java and Guava") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        Stream<JavaClass> shown =
            Stream.of(
                    type.getRawInterfaces().stream(),
                    type.getRawSuperclass().stream(),
                    type.getAnnotations().stream().map(a -> a.getRawType()),
                    type.getMethods().stream().filter(this::isShown).flatMap(this::types),
                    type.getConstructors().stream().filter(this::isShown).flatMap(this::types),
                    type.getFields().stream()
                        .filter(this::isShown)
                        .map(JavaField::getType)
                        .flatMap(this::raw))
                .flatMap(each -> each);
        shown
            .filter(
                each ->
                    !resideInAnyPackage(
                                "java..",
                                ROOT + "..",
                                "com.google.common.collect",
                                "org.jspecify..")
                            .test(each.getBaseComponentType())
                        && !each.getBaseComponentType().isPrimitive())
            .forEach(
                each ->
                    events.add(
                        SimpleConditionEvent.violated(
                            type, type.getName() + " shows " + each.getName())));
        events.add(SimpleConditionEvent.satisfied(type, type.getName() + " was looked at"));
      }

      private boolean isShown(JavaMember member) {
        return member.getModifiers().contains(JavaModifier.PUBLIC)
            || member.getModifiers().contains(JavaModifier.PROTECTED);
      }

      private Stream<JavaClass> types(JavaCodeUnit unit) {
        return Stream.concat(
            Stream.concat(
                    unit.getParameterTypes().stream(), Stream.<JavaType>of(unit.getReturnType()))
                .flatMap(this::raw),
            unit.getExceptionTypes().stream());
      }

      private Stream<JavaClass> raw(JavaType type) {
        return type.getAllInvolvedRawTypes().stream();
      }
    };
  }
}
