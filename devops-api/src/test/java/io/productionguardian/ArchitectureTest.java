package io.productionguardian;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
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

  /** What embedders hold: the guardian itself, assessments, releases and the renderers' SPI. */
  private static final String FACE = "";

  /** Imports point down only: from a package to those above it in this list. */
  private static final List<String> FLOORS =
      List.of(
          "text",
          "model",
          "document",
          "edit",
          "schema",
          "shell",
          "source",
          "dossier",
          "rollout",
          "plan",
          "readiness",
          "policy",
          "rule",
          FACE,
          "release");

  /** The packages that only the modules of this project see. */
  private static final List<String> BACK = List.of("text", "edit", "schema", "shell", "rollout");

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
    return floor.equals(FACE) ? ROOT : ROOT + "." + floor;
  }

  private static DescribedPredicate<JavaClass> ours(List<String> floors) {
    return resideInAnyPackage(floors.stream().map(ArchitectureTest::pkg).toArray(String[]::new))
        .as("our packages " + floors);
  }

  // Floors

  @TestFactory
  Stream<DynamicTest> importsPointDownOnly() {
    return IntStream.range(0, FLOORS.size() - 1)
        .mapToObj(
            floor -> {
              String name = FLOORS.get(floor);
              DescribedPredicate<JavaClass> above =
                  ours(FLOORS.subList(floor + 1, FLOORS.size())).as("what lies above");
              return DynamicTest.dynamicTest(
                  pkg(name),
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
        .containsExactlyInAnyOrderElementsOf(FLOORS.stream().map(ArchitectureTest::pkg).toList());
  }

  @Test
  void theModelDependsOnNothingOfOursAndNoFormat() {
    classes()
        .that()
        .resideInAPackage(pkg("model"))
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                pkg("model"),
                pkg("text"),
                "java..",
                "com.google.common.base",
                "com.google.common.collect",
                "org.apiguardian.api",
                "org.jspecify.annotations"))
        .check(CLASSES);
  }

  @Test
  void parsersAreSeenByTheirOwnFloorOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackages(pkg("document"), pkg("edit"))
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
        .resideOutsideOfPackage(pkg("release"))
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
                    .resideInAPackage(pkg("release"))
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
        .that(resideOutsideOfPackages(pkg("release")))
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
    assertThat(packages()).hasSize(FLOORS.size());
  }

  private static List<JavaPackage> packages() {
    return FLOORS.stream().map(ArchitectureTest::pkg).map(CLASSES::getPackage).toList();
  }

  @Test
  void theModuleExportsTheFaceAndShowsTheBackToItsOwn() {
    ModuleDescriptor descriptor = Guardian.class.getModule().getDescriptor();
    if (descriptor == null) { // the tests run on the class path
      return;
    }

    assertThat(
            descriptor.exports().stream()
                .filter(exported -> !exported.isQualified())
                .map(ModuleDescriptor.Exports::source))
        .containsExactlyInAnyOrderElementsOf(
            FLOORS.stream()
                .filter(floor -> !BACK.contains(floor))
                .map(ArchitectureTest::pkg)
                .toList());
    assertThat(
            descriptor.exports().stream()
                .filter(ModuleDescriptor.Exports::isQualified)
                .flatMap(exported -> exported.targets().stream()))
        .allMatch(target -> target.startsWith(ROOT + "."));
  }

  @Test
  void thePublicFaceShowsNoTypeOfAParser() {
    classes()
        .that()
        .arePublic()
        .and(
            resideOutsideOfPackages(
                BACK.stream().map(ArchitectureTest::pkg).toArray(String[]::new)))
        .should(showOnlyOurTypes())
        .check(CLASSES);
  }

  private static ArchCondition<JavaClass> showOnlyOurTypes() {
    return new ArchCondition<>("show only types of ours and Java") {
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
                                "java..", ROOT + "..", "org.jspecify..", "org.apiguardian..")
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
