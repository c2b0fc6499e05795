package dev.countersign.worker;

import dev.countersign.workflow.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// Local copies of a job's sources, made when first asked for and gone when closed.
final class SourceCopies implements AutoCloseable {
  private final BiConsumer<Source, Path> download;
  private final Map<String, Path> copies = new HashMap<>();
  private @Nullable Path folder;

  /// @param download writes a source, its hash checked, to a file that does not exist yet
  SourceCopies(BiConsumer<Source, Path> download) {
    this.download = download;
  }

  /// Named by id alone: no file name of a document is ever a path.
  synchronized Path open(Source source) {
    return copies.computeIfAbsent(
        source.id(),
        id -> {
          var file = folder().resolve(id);
          download.accept(source, file);
          return file;
        });
  }

  @Override
  public synchronized void close() {
    if (folder == null) return;
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("copies of sources are left in " + folder, e);
    }
  }

  private Path folder() {
    try {
      if (folder == null) folder = Files.createTempDirectory("countersign-sources");
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException("no temporary folder for copies of sources", e);
    }
  }
}
