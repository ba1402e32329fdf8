package io.productionguardian.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.junit.jupiter.api.Test;

/**
 * What others may use of all modules of the library: few types, and each says how long it stays.
 */
class FaceTest {

  private static final int FEWER_THAN = 70;

  /** The exported public types of each package, nested ones left out. */
  private static final Map<String, List<Class<?>>> EXPORTED = exported();

  private static Map<String, List<Class<?>>> exported() {
    Map<String, List<Class<?>>> types = new TreeMap<>();
    Path[] path =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(Path::of)
            .toArray(Path[]::new);
    for (ModuleReference module : ModuleFinder.of(path).findAll()) {
      ModuleDescriptor descriptor = module.descriptor();
      if (descriptor.name().startsWith("io.productionguardian.")
          && !descriptor.name().equals("io.productionguardian.seeds")) {
        descriptor.exports().stream()
            .filter(exports -> !exports.isQualified())
            .forEach(exports -> types.put(exports.source(), publicTypes(module, exports.source())));
      }
    }
    return types;
  }

  private static List<Class<?>> publicTypes(ModuleReference module, String exported) {
    String folder = exported.replace('.', '/') + "/";
    try (var reader = module.open()) {
      return reader
          .list()
          .filter(name -> name.startsWith(folder) && name.endsWith(".class"))
          .filter(name -> name.indexOf('/', folder.length()) < 0 && !name.contains("$"))
          .filter(name -> !name.endsWith("package-info.class"))
          .map(name -> name.substring(0, name.length() - ".class".length()).replace('/', '.'))
          .sorted()
          .<Class<?>>map(FaceTest::load)
          .filter(type -> Modifier.isPublic(type.getModifiers()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, FaceTest.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void fewTypesAreExported() {
    List<Class<?>> all = EXPORTED.values().stream().flatMap(List::stream).toList();

    System.out.println("Exported top-level types: " + all.size());
    EXPORTED.forEach(
        (name, types) ->
            System.out.println(
                name
                    + " ("
                    + types.size()
                    + "): "
                    + types.stream().map(Class::getSimpleName).collect(Collectors.joining(", "))));

    assertThat(EXPORTED).containsKeys("io.productionguardian", "io.productionguardian.testkit");
    assertThat(all).hasSizeLessThan(FEWER_THAN);
  }

  @Test
  void everyExportedTypeSaysHowLongItStays() {
    assertThat(EXPORTED.values().stream().flatMap(List::stream))
        .isNotEmpty()
        .allSatisfy(
            type -> {
              assertThat(type).hasAnnotation(API.class);
              assertThat(type.getAnnotation(API.class).since()).isNotEmpty();
              assertThat(type.getAnnotation(API.class).status()).isNotEqualTo(API.Status.INTERNAL);
            });
  }

  @Test
  void everyPackageOfTheBackIsInternal() throws ClassNotFoundException {
    assertThat(Class.forName("io.productionguardian.text.OneLine").getAnnotation(API.class))
        .extracting(API::status)
        .isEqualTo(API.Status.INTERNAL);
    assertThat(EXPORTED).doesNotContainKey("io.productionguardian.text");
  }
}
