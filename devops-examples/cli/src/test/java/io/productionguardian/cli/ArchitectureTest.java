package io.productionguardian.cli;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import io.productionguardian.Renderer;
import io.productionguardian.document.Document;
import io.productionguardian.document.SourceFile;
import io.productionguardian.rule.Rule;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.FileReader;
import java.io.FileWriter;
import java.io.RandomAccessFile;
import java.io.Serializable;
import java.time.Clock;
import java.time.InstantSource;
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
      resideInAnyPackage(API + ".release..").as("the epic folder");
  private static final DescribedPredicate<JavaClass> CLI =
      resideInAnyPackage(API + ".cli..").as("the command line");

  private static final DescribedPredicate<JavaClass> CLOCKS =
      equivalentTo(Clock.class).or(equivalentTo(InstantSource.class)).as("clocks");

  /** Streams in memory and resources of the own jar are none of these. */
  private static final DescribedPredicate<JavaClass> DISK_AND_NETWORK =
      resideInAnyPackage("java.nio.file..", "java.nio.channels..", "java.net..")
          .or(equivalentTo(File.class))
          .or(equivalentTo(FileInputStream.class))
          .or(equivalentTo(FileOutputStream.class))
          .or(equivalentTo(FileReader.class))
          .or(equivalentTo(FileWriter.class))
          .or(equivalentTo(RandomAccessFile.class))
          .as("files or the network");

  private static final DescribedPredicate<JavaClass> STREAMS =
      resideInAPackage("java.io").and(not(equivalentTo(Serializable.class))).as("streams");

  private static final DescribedPredicate<JavaClass> PARSERS =
      simpleNameEndingWith("Reader")
          .or(resideInAnyPackage("tools.jackson..", "org.snakeyaml.."))
          .as("parsers");

  private static final DescribedPredicate<JavaMethodCall> PARSES =
      DescribedPredicate.describe(
          "parses a file",
          call ->
              call.getName().equals("read")
                  && (call.getTargetOwner().isEquivalentTo(Document.class)
                      || call.getTargetOwner().isEquivalentTo(SourceFile.class)));

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
    noClasses()
        .that(RULES)
        .should()
        .dependOnClassesThat(DISK_AND_NETWORK.or(STREAMS).or(CLOCKS))
        .check(ALL);
    noClasses().that(RULES).should().dependOnClassesThat(PARSERS).check(ALL);
    noClasses().that(RULES).should().callMethodWhere(PARSES).check(ALL);
    noClasses().that(RULES).should().dependOnClassesThat(FOLDER).check(ALL);
    noClasses().that(RULES.or(RENDERERS)).should().callMethodWhere(ASKS_THE_TIME).check(ALL);
  }

  @Test
  void aRuleSeesNoRenderer() {
    noClasses()
        .that(RULES)
        .should()
        .dependOnClassesThat(RENDERERS.or(resideInAnyPackage(API)))
        .check(ALL);
  }

  @Test
  void aRendererSeesNoRuleAndNoFolder() {
    noClasses().that(RENDERERS).should().dependOnClassesThat(RULES.or(FOLDER)).check(ALL);
    noClasses()
        .that(RENDERERS)
        .should()
        .dependOnClassesThat(DISK_AND_NETWORK.or(CLOCKS))
        .check(ALL);
  }

  @Test
  void theLibraryKnowsNoConcreteRuleAndNoConcreteRenderer() {
    noClasses()
        .that(resideInAnyPackage(API + "..").and(not(RULES.or(RENDERERS).or(CLI))))
        .should()
        .dependOnClassesThat(RULES.or(RENDERERS).or(CLI))
        .check(ALL);
  }

  @Test
  void onlyTheEpicFolderAndTheCommandLineReadFiles() {
    noClasses()
        .that(resideInAnyPackage(API + "..").and(not(FOLDER.or(CLI))))
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
        .implement(Rule.class)
        .or()
        .implement(Renderer.class)
        .should()
        .haveModifier(JavaModifier.FINAL)
        .check(ALL);
  }
}
