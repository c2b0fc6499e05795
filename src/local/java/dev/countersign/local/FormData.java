package dev.countersign.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A form with files (RFC 7578), as `curl -F` and a browser send it.
final class FormData {
  private static final String BOUNDARY = "countersign-sample-7d1f0c2b9a";

  private final ByteArrayOutputStream body = new ByteArrayOutputStream();

  static String contentType() {
    return "multipart/form-data; boundary=" + BOUNDARY;
  }

  FormData field(String name, String value) {
    body.writeBytes(
        "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
            .formatted(BOUNDARY, name, value)
            .getBytes(UTF_8));
    return this;
  }

  FormData file(String name, Path file) throws IOException {
    String type = Files.probeContentType(file);
    body.writeBytes(
        "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\nContent-Type: %s\r\n\r\n"
            .formatted(
                BOUNDARY,
                name,
                file.getFileName(),
                type == null ? "application/octet-stream" : type)
            .getBytes(UTF_8));
    body.writeBytes(Files.readAllBytes(file));
    body.writeBytes("\r\n".getBytes(UTF_8));
    return this;
  }

  byte[] end() {
    body.writeBytes("--%s--\r\n".formatted(BOUNDARY).getBytes(UTF_8));
    return body.toByteArray();
  }
}
