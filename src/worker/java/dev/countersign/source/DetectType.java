package dev.countersign.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;

/// Tells what a file is by its bytes. The name only settles which kind of plain text it is.
final class DetectType {
  private static final int HEAD = 16_384;

  /// PDF readers accept the header anywhere in the first 1024 bytes (ISO 32000-1, annex H.3.4.1).
  private static final int PDF_HEADER_WITHIN = 1024;

  private static final Pattern HEADER_LINE = Pattern.compile("(?m)\\A?^([A-Za-z][A-Za-z0-9-]*):");
  private static final Set<String> MAIL_HEADERS =
      Set.of("from", "to", "subject", "date", "received", "message-id", "mime-version", "cc");
  private static final Pattern HTML_START =
      Pattern.compile(
          "(?is)\\A\\s*(<\\?xml[^>]*>\\s*)?(<!--.*?-->\\s*)*<(!doctype\\s+html|html)\\b.*");
  private static final Pattern HTML_TAGS = Pattern.compile("(?is)</(body|table|div|p|h1)\\s*>");

  private static final Map<String, FileType> MAGIC =
      Map.ofEntries(
          Map.entry("\u0089PNG\r\n", FileType.PNG),
          Map.entry("\u00FF\u00D8\u00FF", FileType.JPEG),
          Map.entry("GIF8", FileType.GIF),
          Map.entry("II*\0", FileType.TIFF),
          Map.entry("MM\0*", FileType.TIFF));

  private DetectType() {}

  static FileType of(Path file, String name) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(HEAD);
    }
    if (head.length == 0) return FileType.UNKNOWN;
    String raw = new String(head, ISO_8859_1);
    int pdf = raw.indexOf("%PDF-");
    if (pdf >= 0 && pdf < PDF_HEADER_WITHIN) return FileType.PDF;
    if (raw.startsWith("PK")) return zipped(file);
    if (raw.startsWith("\u00D0\u00CF\u0011\u00E0")) return ole(file);
    for (Map.Entry<String, FileType> magic : MAGIC.entrySet()) {
      if (raw.startsWith(magic.getKey())) return magic.getValue();
    }
    return riff(raw, head, name);
  }

  private static FileType riff(String raw, byte[] head, String name) {
    if (raw.startsWith("RIFF") && raw.startsWith("WEBP", 8)) return FileType.WEBP;
    if (raw.startsWith("ftyphei", 4) || raw.startsWith("ftypmif1", 4)) return FileType.HEIC;
    if (raw.startsWith("BM") && raw.indexOf('\0') >= 0) return FileType.BMP;
    return TextBytes.looksLikeText(head)
        ? written(TextBytes.decode(head), name.toLowerCase(Locale.ROOT))
        : FileType.UNKNOWN;
  }

  private static FileType zipped(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      if (zip.getEntry("word/document.xml") != null) return FileType.DOCX;
      if (zip.getEntry("xl/workbook.xml") != null) return FileType.XLSX;
    } catch (IOException | IllegalArgumentException e) {
      return cutOff(file);
    }
    return FileType.ZIP;
  }

  /// A zip without its directory at the end: the names of the parts still stand before each part.
  private static FileType cutOff(Path file) throws IOException {
    String start;
    try (InputStream in = Files.newInputStream(file)) {
      start = new String(in.readNBytes(1 << 20), ISO_8859_1);
    }
    if (start.contains("word/")) return FileType.DOCX;
    if (start.contains("xl/")) return FileType.XLSX;
    return FileType.ZIP;
  }

  private static FileType ole(Path file) throws IOException {
    String marker = new String("EncryptedPackage".getBytes(UTF_16LE), ISO_8859_1);
    try (InputStream in = Files.newInputStream(file)) {
      boolean encrypted = new String(in.readNBytes(4 << 20), ISO_8859_1).contains(marker);
      return encrypted ? FileType.ENCRYPTED_OFFICE : FileType.OLE;
    }
  }

  private static FileType written(String text, String name) {
    if (isMail(text)) return FileType.MAIL;
    if (HTML_START.matcher(text).matches()) return FileType.HTML;
    if (name.endsWith(".md") || name.endsWith(".markdown")) return FileType.MARKDOWN;
    if (name.endsWith(".csv") || name.endsWith(".tsv")) return FileType.CSV;
    if (name.endsWith(".txt")) return FileType.TEXT;
    if (text.stripLeading().startsWith("<") && HTML_TAGS.matcher(text).find()) return FileType.HTML;
    return CsvReader.looksLikeTable(text) ? FileType.CSV : FileType.TEXT;
  }

  private static boolean isMail(String text) {
    Set<String> found = new HashSet<>();
    for (String line : text.split("\r?\n", 200)) {
      if (line.isEmpty()) break;
      if (line.startsWith(" ") || line.startsWith("\t") || line.startsWith("From ")) continue;
      var header = HEADER_LINE.matcher(line);
      if (!header.lookingAt()) return false;
      String name = header.group(1).toLowerCase(Locale.ROOT);
      if (MAIL_HEADERS.contains(name)) found.add(name);
    }
    return found.size() >= 3 || (found.size() == 2 && text.contains("\nMIME-Version:"));
  }
}
