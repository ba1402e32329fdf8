package io.productionguardian.cli;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The floors of the house, over all modules that the command line is put together from. */
class ArchitectureTest {

  private static final String API = "io.productionguardian";
  private static final JavaClasses ALL = OurModules.classes();

  private static final DescribedPredicate<JavaClass> RULES =
      resideInAnyPackage(API + ".rules..").as("rules");
  private static final DescribedPredicate<JavaClass> RENDERERS =
      resideInAnyPackage(API + ".render.*..").as("renderers");
  private static final DescribedPredicate<JavaClass> FOLDER =
      resideInAnyPackage(API + ".folder..").as("the epic folder");
  private static final DescribedPredicate<JavaClass> CLI =
      resideInAnyPackage(API + ".cli..").as("the command line");

  /** Where bytes and time come from. */
  private static final DescribedPredicate<JavaClass> WORLD =
      resideInAnyPackage("java.io..", "java.nio.file..", "java.nio.channels..", "java.net..")
          .and(
              DescribedPredicate.not(JavaClass.Predicates.equivalentTo(java.io.Serializable.class)))
          .or(JavaClass.Predicates.equivalentTo(java.time.Clock.class))
          .or(JavaClass.Predicates.equivalentTo(java.time.InstantSource.class))
          .as("files, the network or clocks");

  private static final DescribedPredicate<JavaClass> PARSERS =
      JavaClass.Predicates.simpleName("Documents")
          .or(JavaClass.Predicates.simpleNameEndingWith("Reader"))
          .or(resideInAnyPackage("tools.jackson..", "org.snakeyaml.."))
          .as("parsers");

  private static final DescribedPredicate<JavaClass> NOT_IN_MEMORY =
      DescribedPredicate.not(
          JavaClass.Predicates.assignableTo(java.io.StringWriter.class)
              .or(JavaClass.Predicates.assignableTo(java.io.ByteArrayOutputStream.class))
              .or(JavaClass.Predicates.equivalentTo(java.io.Writer.class))
              .or(JavaClass.Predicates.equivalentTo(java.io.OutputStream.class))
              // the stream of a class's own resource
              .or(JavaClass.Predicates.equivalentTo(java.io.InputStream.class))
              .or(JavaClass.Predicates.assignableTo(java.io.IOException.class))
              .or(JavaClass.Predicates.equivalentTo(java.io.UncheckedIOException.class)));

  private static final DescribedPredicate<JavaMethodCall> ASKS_THE_TIME =
      DescribedPredicate.describe(
          "asks what time it is",
          call ->
              (call.getTargetOwner().getPackageName().startsWith("java.time")
                      && call.getName().equals("now"))
                  || (call.getTargetOwner().isEquivalentTo(System.class)
                      && Set.of("currentTimeMillis", "nanoTime", "getenv", "getProperty")
                          .contains(call.getName())));

  @Test
  void aRuleSeesNoFileNoParserAndNoClock() {
    noClasses().that(RULES).should().dependOnClassesThat(WORLD).check(ALL);
    noClasses().that(RULES).should().dependOnClassesThat(PARSERS).check(ALL);
    noClasses().that(RULES).should().dependOnClassesThat(FOLDER).check(ALL);
    noClasses().that(RULES.or(RENDERERS)).should().callMethodWhere(ASKS_THE_TIME).check(ALL);
  }

  @Test
  void aRuleSeesNoRenderer() {
    noClasses()
        .that(RULES)
        .should()
        .dependOnClassesThat(RENDERERS.or(resideInAnyPackage(API + ".render")))
        .check(ALL);
  }

  @Test
  void aRendererSeesNoRuleAndNoFolder() {
    noClasses().that(RENDERERS).should().dependOnClassesThat(RULES.or(FOLDER)).check(ALL);
    noClasses().that(RENDERERS).should().dependOnClassesThat(WORLD.and(NOT_IN_MEMORY)).check(ALL);
  }

  @Test
  void theLibraryKnowsNoConcreteRuleAndNoConcreteRenderer() {
    noClasses()
        .that(
            resideInAnyPackage(API + "..").and(DescribedPredicate.not(RULES.or(RENDERERS).or(CLI))))
        .should()
        .dependOnClassesThat(RULES.or(RENDERERS).or(CLI))
        .check(ALL);
  }

  @Test
  void onlyTheEpicFolderAndTheCommandLineReadFiles() {
    noClasses()
        .that(resideInAnyPackage(API + "..").and(DescribedPredicate.not(FOLDER.or(CLI))))
        .should()
        .dependOnClassesThat(resideInAnyPackage("java.nio.file..", "java.nio.channels.."))
        .check(ALL);
  }

  @Test
  void theCommandLineKnowsNoConcreteRule() {
    noClasses().that(CLI).should().dependOnClassesThat(RULES).check(ALL);
  }

  @Test
  void rulesAndRenderersAreFinal() {
    classes()
        .that()
        .implement(io.productionguardian.rule.Rule.class)
        .or()
        .implement(io.productionguardian.render.Renderer.class)
        .should()
        .haveModifier(JavaModifier.FINAL)
        .check(ALL);
  }
}
