package dev.countersign.lambda;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A whole HTTP/1.1 request as it came over the wire (RFC 9112).
///
/// @param head request line and header lines
/// @param body as sent, chunks and all
@SuppressWarnings("ArrayRecordComponent") // it is passed on as it came
record HttpMessage(List<String> head, byte[] body) {
  private static final String EXPECT = "expect";

  HttpMessage {
    head = List.copyOf(head);
  }

  /// The next request on that connection; empty when it was closed.
  ///
  /// @param answers where who expects `100 Continue` is told to go on
  static Optional<HttpMessage> read(InputStream in, OutputStream answers) throws IOException {
    var head = new ArrayList<String>();
    for (var line = line(in); !line.isEmpty(); line = line(in)) head.add(line);
    if (head.isEmpty()) return Optional.empty();
    var headers = headers(head);
    if (headers.containsKey(EXPECT)) {
      answers.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(ISO_8859_1));
      answers.flush();
    }
    return Optional.of(new HttpMessage(head, body(in, headers)));
  }

  Map<String, String> headers() {
    return headers(head);
  }

  String method() {
    return head.getFirst().split(" ", 3)[0];
  }

  String path() {
    return target().split("\\?", 2)[0];
  }

  String query() {
    var parts = target().split("\\?", 2);
    return parts.length == 2 ? parts[1] : "";
  }

  /// Byte for byte, so that signatures stay good; only the expectation was met already.
  void writeTo(OutputStream out) throws IOException {
    for (var line : head)
      if (!line.toLowerCase(Locale.ROOT).startsWith(EXPECT + ":"))
        out.write((line + "\r\n").getBytes(ISO_8859_1));
    out.write("\r\n".getBytes(ISO_8859_1));
    out.write(body);
    out.flush();
  }

  private String target() {
    return head.getFirst().split(" ", 3)[1];
  }

  private static Map<String, String> headers(List<String> head) {
    var headers = new TreeMap<String, String>();
    for (var line : head.subList(1, head.size())) {
      int colon = line.indexOf(':');
      headers.merge(
          line.substring(0, colon).toLowerCase(Locale.ROOT),
          line.substring(colon + 1).strip(),
          (one, more) -> one + "," + more);
    }
    return headers;
  }

  private static byte[] body(InputStream in, Map<String, String> headers) throws IOException {
    if (headers.getOrDefault("transfer-encoding", "").contains("chunked")) return chunks(in);
    return exactly(in, Integer.parseInt(headers.getOrDefault("content-length", "0")));
  }

  private static byte[] chunks(InputStream in) throws IOException {
    var body = new ByteArrayOutputStream();
    int size = 1;
    while (size > 0) {
      var line = line(in);
      size = Integer.parseInt(line.split(";", 2)[0].strip(), 16);
      body.write((line + "\r\n").getBytes(ISO_8859_1));
      body.write(exactly(in, size));
      body.write((line(in) + "\r\n").getBytes(ISO_8859_1));
    }
    return body.toByteArray();
  }

  private static byte[] exactly(InputStream in, int bytes) throws IOException {
    var read = in.readNBytes(bytes);
    if (read.length < bytes) throw new EOFException("closed in mid-request");
    return read;
  }

  /// A line without its end; empty, too, when the connection was closed.
  private static String line(InputStream in) throws IOException {
    var line = new ByteArrayOutputStream();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) if (c != '\r') line.write(c);
    return line.toString(ISO_8859_1);
  }
}
