package dev.countersign.verify;

import dev.countersign.store.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The files that lie beside a receipt, in its folder or one below, with their hashes.
final class JobFiles {
  private static final int DEEP = 2;
  private static final int MOST = 2_000;
  private final Map<Path, String> hashes = new TreeMap<>();

  private JobFiles() {}

  static JobFiles in(Path folder) throws IOException {
    var found = new JobFiles();
    try (var files = Files.walk(folder, DEEP)) {
      files.filter(Files::isRegularFile).limit(MOST).forEach(found::add);
    }
    return found;
  }

  private void add(Path file) {
    try {
      hashes.put(file, Sha256.hex(file));
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + file, e);
    }
  }

  Optional<Path> named(String name) {
    return hashes.keySet().stream()
        .filter(file -> file.getFileName().toString().equals(name))
        .findFirst();
  }

  Optional<Path> hashed(String sha256) {
    return hashes.entrySet().stream()
        .filter(entry -> entry.getValue().equals(sha256))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  String hash(Path file) {
    return hashes.getOrDefault(file, "");
  }
}
