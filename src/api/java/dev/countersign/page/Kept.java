package dev.countersign.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/// Answers with what others wrote, so that nothing of it can run or reach out: documents and mails
/// are material.
final class Kept {
  private static final String CSP =
      "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'";

  private Kept() {}

  static Response page(byte[] html) {
    return Response.ok(html, "text/html;charset=UTF-8")
        .header("Content-Security-Policy", CSP)
        .build();
  }

  static Response page(String html) {
    return page(html.getBytes(UTF_8));
  }

  static Response download(byte[] bytes, String mediaType, String name) {
    return Response.ok(bytes, mediaType)
        .header("Content-Security-Policy", CSP)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .build();
  }
}
