package dev.countersign.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;

/// The keys of this data folder: made once, readable by their owner only, so that links in old mail
/// still open after a restart.
final class LocalKeys {
  private static final int BYTES = 32;

  private final Path folder;
  private final SecureRandom random;

  LocalKeys(Path folder, SecureRandom random) {
    this.folder = folder;
    this.random = random;
  }

  Map<String, String> settings() throws IOException {
    return Map.of(
        "countersign.keys.links", key("links"), "countersign.keys.decisions", key("decisions"));
  }

  private String key(String name) throws IOException {
    Path file = Files.createDirectories(folder).resolve(name + ".key");
    if (Files.notExists(file)) {
      make(file);
    }
    return Files.readString(file).strip();
  }

  private void make(Path file) throws IOException {
    byte[] secret = new byte[BYTES];
    random.nextBytes(secret);
    Files.createFile(file);
    if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
    Files.writeString(file, "local:" + Base64.getEncoder().encodeToString(secret));
  }
}
