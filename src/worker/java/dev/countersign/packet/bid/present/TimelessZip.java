package dev.countersign.packet.bid.present;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/// Takes the clock out of an office file, so that equal content is equal bytes.
final class TimelessZip {
  private static final LocalDateTime FIRST_DAY_OF_ZIP = LocalDateTime.of(1980, 1, 1, 0, 0);
  private static final String WRITTEN_AT = "(?<open><dcterms:(?:created|modified)[^>]*>)[^<]*";

  private TimelessZip() {}

  static byte[] of(byte[] file) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(file.length);
    try (ZipFile in = open(file);
        ZipOutputStream out = new ZipOutputStream(bytes)) {
      List<ZipArchiveEntry> entries = List.copyOf(Collections.list(in.getEntries()));
      for (ZipArchiveEntry entry : entries) {
        ZipEntry copy = new ZipEntry(entry.getName());
        copy.setTimeLocal(FIRST_DAY_OF_ZIP);
        out.putNextEntry(copy);
        try (InputStream content = in.getInputStream(entry)) {
          out.write(timeless(entry.getName(), content.readAllBytes()));
        }
        out.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a zip in memory cannot fail to be written", e);
    }
    return bytes.toByteArray();
  }

  private static ZipFile open(byte[] file) throws IOException {
    return ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(file)).get();
  }

  private static byte[] timeless(String name, byte[] content) {
    if (!name.equals("docProps/core.xml")) return content;
    String xml = new String(content, StandardCharsets.UTF_8);
    return xml.replaceAll(WRITTEN_AT, "${open}1980-01-01T00:00:00Z")
        .getBytes(StandardCharsets.UTF_8);
  }
}
