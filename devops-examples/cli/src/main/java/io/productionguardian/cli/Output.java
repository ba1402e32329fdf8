package io.productionguardian.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * In which format a decision goes where.
 *
 * @param file where; standard output when there is none
 */
record Output(Format format, Optional<Path> file) {

  /** The option as it was given. */
  String asTyped() {
    return "--format " + format.word() + file.map(path -> "=" + path).orElse("");
  }

  /** Reads {@code FORMAT} or {@code FORMAT=FILE}. */
  static final class Converter implements ITypeConverter<Output> {
    @Override
    public Output convert(String value) {
      int equals = value.indexOf('=');
      String word = equals < 0 ? value : value.substring(0, equals);
      Format format =
          Format.of(word)
              .orElseThrow(
                  () ->
                      new TypeConversionException(
                          "'" + word + "' is none of " + Format.words(", ")));
      return new Output(
          format, equals < 0 ? Optional.empty() : Optional.of(path(value, equals + 1)));
    }

    private static Path path(String value, int from) {
      if (from == value.length()) {
        throw new TypeConversionException("'" + value + "' names no file");
      }
      try {
        return Path.of(value.substring(from));
      } catch (InvalidPathException e) {
        throw new TypeConversionException("'" + value + "' names no file that can be");
      }
    }
  }
}
