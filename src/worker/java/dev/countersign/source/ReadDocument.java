package dev.countersign.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// Reads any uploaded file to pages of text. What is wrong with the file is told as a [Gap] of the
/// document, never thrown.
public final class ReadDocument {
  private final ReadLimits limits;

  public ReadDocument(ReadLimits limits) {
    this.limits = limits;
  }

  /// @param id the source's id in its job
  /// @param name the file name as uploaded; it names the document and is never used as a path
  public Document read(String id, String name, byte[] bytes) {
    try {
      Path file = Files.createTempFile("source", ".bin");
      try {
        Files.write(file, bytes);
        return read(id, name, file);
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("no temporary file for source " + id, e);
    }
  }

  /// @param file the bytes on disk
  /// @throws UncheckedIOException when the file itself cannot be reached; worth a retry
  public Document read(String id, String name, Path file) {
    try {
      String sha256 = sha256(file);
      if (Files.size(file) == 0) {
        return new Document(
            id, name, sha256, "application/octet-stream", List.of(), List.of(Gap.empty(name)));
      }
      Reading reading = new PdfReader().read(name, file, limits);
      return new Document(id, name, sha256, "application/pdf", reading.pages(), reading.gaps());
    } catch (IOException e) {
      throw new UncheckedIOException("source " + id + " cannot be reached", e);
    }
  }

  private static String sha256(Path file) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
        in.transferTo(java.io.OutputStream.nullOutputStream());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
