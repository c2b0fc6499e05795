package dev.countersign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A file that one cannot hold in one's head is two files.
class FileSizeTest {
  @ParameterizedTest
  @ValueSource(strings = {"src/main/java", "src/worker/java", "src/api/java", "src/local/java"})
  void no_source_file_is_longer_than_250_lines(String root) throws IOException {
    assertThat(longer(Path.of(root), 250)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"src/test/java", "src/browser/java"})
  void no_test_is_longer_than_350_lines(String root) throws IOException {
    assertThat(longer(Path.of(root), 350)).isEmpty();
  }

  private static Stream<String> longer(Path root, int most) throws IOException {
    try (var files = Files.walk(root)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> lines(file) > most)
          .map(file -> "%s has %d lines".formatted(file, lines(file)))
          .toList()
          .stream();
    }
  }

  private static long lines(Path file) {
    try (var lines = Files.lines(file)) {
      return lines.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
