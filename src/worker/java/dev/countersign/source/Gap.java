package dev.countersign.source;

import io.quarkus.runtime.annotations.RegisterForReflection;

/// Something of a document that could not be read, said so that a reviewer understands it.
///
/// @param kind stable name: `empty`, `encrypted`, `damaged`, `no_text`, `not_this_type`,
///   `too_large`, `too_many_pages`, `timed_out`, `unsupported`, `page_unreadable`
/// @param where "whole document", "pages 251 to 300", "page 3"
/// @param reason one plain sentence with the file's name and the remedy
@RegisterForReflection
public record Gap(String kind, String where, String reason) {
  static final String WHOLE = "whole document";

  static Gap empty(String name) {
    return whole("empty", name + " is empty (0 bytes); send the file again.");
  }

  static Gap encrypted(String name) {
    return whole("encrypted", name + " is password-protected; send a copy without a password.");
  }

  static Gap damaged(String name) {
    return whole(
        "damaged", name + " is damaged or cut off and nothing could be read; send it again.");
  }

  static Gap noText(String name) {
    return whole(
        "no_text",
        name + " is a scan or picture without a text layer; send a PDF with text (or use OCR).");
  }

  static Gap tooManyPages(String name, int read, int total) {
    return new Gap(
        "too_many_pages",
        "pages %d to %d".formatted(read + 1, total),
        "%s has %d pages and only the first %d were read; split it and send the rest."
            .formatted(name, total, read));
  }

  static Gap tooLarge(String name, String size, String limit) {
    return whole(
        "too_large",
        "%s is too large: %s, and the limit is %s; split it or send a smaller file."
            .formatted(name, size, limit));
  }

  static Gap timedOut(String name, long seconds) {
    return whole(
        "timed_out",
        "%s could not be read within %d seconds; send a simpler or smaller file."
            .formatted(name, seconds));
  }

  static Gap notThisType(String name, String is, String claimed) {
    return whole(
        "not_this_type",
        "%s is %s, not %s as its name says; send the document itself."
            .formatted(name, is, claimed));
  }

  static Gap unsupported(String name, String is) {
    return whole(
        "unsupported",
        "%s is %s, which is not read; send a PDF, DOCX, XLSX, CSV, text, HTML or mail file."
            .formatted(name, is));
  }

  static Gap blank(String name) {
    return whole("no_text", name + " has no text in it; check that it is the right file.");
  }

  static Gap damagedInPart(String name) {
    return new Gap(
        "damaged",
        "part of the document",
        name + " is damaged or cut off: only a part was read; send it again and compare.");
  }

  static Gap pageUnreadable(String name, String page) {
    return new Gap(
        "page_unreadable",
        page,
        "%s of %s could not be read; look at it by hand or send it again.".formatted(page, name));
  }

  static Gap pictureOnly(String name, int page) {
    return new Gap(
        "no_text",
        "page " + page,
        "Page %d of %s is a picture without text; read it by hand or send it as text."
            .formatted(page, name));
  }

  static Gap cutShort(String name, String where) {
    return new Gap(
        "too_large",
        where,
        "%s is longer than what is read of one document (left out: %s); split it."
            .formatted(name, where));
  }

  static Gap image(String name, FileType type) {
    return whole(
        "no_text",
        "%s is %s and has no text that can be read; send the document as a PDF with text."
            .formatted(name, type.description()));
  }

  static String size(long bytes) {
    return bytes < 1 << 20 ? bytes + " bytes" : (bytes >> 20) + " MB";
  }

  private static Gap whole(String kind, String reason) {
    return new Gap(kind, WHOLE, reason);
  }

  /// The same gap in a file that is part of another.
  Gap in(String container) {
    return new Gap(kind, where.equals(WHOLE) ? container : container + ", " + where, reason);
  }
}
