package io.productionguardian.cli;

import com.google.common.collect.ImmutableList;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** The modules of this project that the command line is put together from. */
final class OurModules {

  private OurModules() {}

  static List<ModuleReference> all() {
    return Jvm.entries().stream()
        .flatMap(entry -> ModuleFinder.of(Path.of(entry)).findAll().stream())
        .filter(module -> module.descriptor().name().startsWith("io.productionguardian."))
        .collect(ImmutableList.toImmutableList());
  }

  static JavaClasses classes() {
    return new ClassFileImporter()
        .importLocations(
            all().stream()
                .map(module -> module.location().orElseThrow())
                .map(uri -> uri.getPath().endsWith(".jar") ? URI.create("jar:" + uri + "!/") : uri)
                .map(Location::of)
                .toList());
  }
}
