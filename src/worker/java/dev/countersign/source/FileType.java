package dev.countersign.source;

/// What a file is by its content.
enum FileType {
  PDF("application/pdf", "a PDF"),
  DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "a DOCX file"),
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "an XLSX workbook"),
  CSV("text/csv", "a CSV table"),
  TEXT("text/plain", "a text file"),
  MARKDOWN("text/markdown", "a Markdown file"),
  HTML("text/html", "an HTML page"),
  MAIL("message/rfc822", "a mail"),
  PNG("image/png", "an image (PNG)"),
  JPEG("image/jpeg", "an image (JPEG)"),
  GIF("image/gif", "an image (GIF)"),
  TIFF("image/tiff", "an image (TIFF)"),
  BMP("image/bmp", "an image (BMP)"),
  WEBP("image/webp", "an image (WebP)"),
  HEIC("image/heic", "an image (HEIC)"),
  OLE("application/x-ole-storage", "a file of an old Office format (DOC, XLS or MSG)"),
  ENCRYPTED_OFFICE("application/x-ole-storage", "a password-protected Office file"),
  ZIP("application/zip", "a ZIP archive"),
  UNKNOWN("application/octet-stream", "a file of an unknown binary format");

  private final String mediaType;
  private final String description;

  FileType(String mediaType, String description) {
    this.mediaType = mediaType;
    this.description = description;
  }

  String mediaType() {
    return mediaType;
  }

  /// With its article, to stand in a sentence.
  String description() {
    return description;
  }
}
