package dev.countersign.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/// Finds out what a file is and hands it to the reader of its type; every expected problem comes
/// back as a gap.
final class ReadContent {
  /// How many mails may be inside one another as attachments.
  private static final int DEEPEST = 2;

  private final int depth;

  ReadContent() {
    this(0);
  }

  private ReadContent(int depth) {
    this.depth = depth;
  }

  Reading read(String name, byte[] bytes, ReadLimits limits) throws IOException {
    Path file = Files.createTempFile("source", ".bin");
    try {
      Files.write(file, bytes);
      return read(name, file, limits);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  Reading read(String name, Path file, ReadLimits limits) throws IOException {
    long size = Files.size(file);
    if (size == 0) return Reading.nothing(Gap.empty(name));
    if (size > limits.bytes()) {
      return Reading.nothing(Gap.tooLarge(name, Gap.size(size), Gap.size(limits.bytes())));
    }
    return read(name, file, DetectType.of(file, name), limits);
  }

  Reading read(String name, Path file, FileType type, ReadLimits limits) {
    try {
      return switch (type) {
        case PDF -> new PdfReader().read(name, file, limits);
        case DOCX -> zipped(new DocxReader(), name, file, limits);
        case XLSX -> zipped(new XlsxReader(), name, file, limits);
        case CSV -> new CsvReader().read(name, file, limits);
        case TEXT, MARKDOWN -> new PlainReader().read(name, file, limits);
        case HTML -> new HtmlReader().read(name, file, limits);
        case MAIL -> mail(name, file, limits);
        case ENCRYPTED_OFFICE -> Reading.nothing(Gap.encrypted(name));
        case PNG, JPEG, GIF, TIFF, BMP, WEBP, HEIC, OLE, ZIP, UNKNOWN ->
            Reading.nothing(refusal(name, type));
      };
    } catch (Interrupted e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      return Reading.nothing(Gap.damaged(name));
    }
  }

  private static Reading zipped(SourceReader reader, String name, Path file, ReadLimits limits)
      throws IOException {
    Optional<Gap> refusal = ZipContents.beyondLimits(name, file, limits);
    return refusal.isPresent() ? Reading.nothing(refusal.get()) : reader.read(name, file, limits);
  }

  private Reading mail(String name, Path file, ReadLimits limits) throws IOException {
    if (depth >= DEEPEST) {
      return Reading.nothing(Gap.unsupported(name, "a mail inside the attachment of another mail"));
    }
    return new MailReader(new ReadContent(depth + 1)).read(name, file, limits);
  }

  private static Gap refusal(String name, FileType type) {
    String claimed = claimed(name.toLowerCase(Locale.ROOT));
    if (!claimed.isEmpty()) return Gap.notThisType(name, type.description(), claimed);
    return type.mediaType().startsWith("image/")
        ? Gap.image(name, type)
        : Gap.unsupported(name, type.description());
  }

  /// What a readable file of this name would be, or nothing.
  private static String claimed(String name) {
    if (name.endsWith(".pdf")) return FileType.PDF.description();
    if (name.endsWith(".docx")) return FileType.DOCX.description();
    if (name.endsWith(".xlsx")) return FileType.XLSX.description();
    if (name.endsWith(".csv")) return FileType.CSV.description();
    if (name.endsWith(".txt")) return FileType.TEXT.description();
    if (name.endsWith(".eml")) return FileType.MAIL.description();
    return "";
  }
}
