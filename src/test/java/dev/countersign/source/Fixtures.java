package dev.countersign.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Files that tests read.
final class Fixtures {
  static final Path HOSTILE = Path.of("src/test/resources/hostile");
  static final Path PACKETS = Path.of("src/test/resources/packets");

  private Fixtures() {}

  static Document read(Path file) {
    return new ReadDocument(ReadLimits.DEFAULT).read("s1", file.getFileName().toString(), file);
  }

  static Document read(String name, byte[] bytes) {
    return new ReadDocument(ReadLimits.DEFAULT).read("s1", name, bytes);
  }

  static Document read(String name, String text) {
    return read(name, text.getBytes(StandardCharsets.UTF_8));
  }

  static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] aZip(Map<String, String> parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static byte[] aDocx(String body) {
    String document =
        "<?xml version=\"1.0\"?><w:document xmlns:w=\"http://schemas.openxmlformats.org/"
            + "wordprocessingml/2006/main\"><w:body>"
            + body
            + "</w:body></w:document>";
    return aZip(Map.of("word/document.xml", document));
  }
}
