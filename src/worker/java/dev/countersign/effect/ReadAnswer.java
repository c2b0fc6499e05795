package dev.countersign.effect;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// Reads one response of HTTP/1.1 (RFC 9112), and of its body no more than is allowed. Once the
/// status is there it is the answer, whatever becomes of the body.
final class ReadAnswer {
  private static final int LONGEST_LINE = 8192;
  private static final int MOST_HEADERS = 100;
  private final InputStream in;
  private final int most;

  ReadAnswer(InputStream in, int most) {
    this.in = new BufferedInputStream(in);
    this.most = most;
  }

  WebAnswer.Answered to(String method) throws IOException {
    int status = status();
    var headers = headers();
    while (status >= 100 && status < 200) {
      status = status();
      headers = headers();
    }
    if (method.equals("HEAD") || status == 204 || status == 304)
      return new WebAnswer.Answered(status, headers, new byte[0], true);
    var body = new ByteArrayOutputStream();
    boolean whole = whole(headers, body);
    return new WebAnswer.Answered(status, headers, body.toByteArray(), whole);
  }

  private boolean whole(Map<String, String> headers, ByteArrayOutputStream body) {
    try {
      var coding = headers.getOrDefault("transfer-encoding", "");
      if (coding.toLowerCase(Locale.ROOT).endsWith("chunked")) return chunks(body);
      var length = headers.get("content-length");
      return length == null ? rest(body) : some(Long.parseLong(length.strip()), body);
    } catch (IOException | NumberFormatException _) {
      return false;
    }
  }

  private boolean chunks(ByteArrayOutputStream body) throws IOException {
    while (true) {
      var size = Long.parseLong(line().split(";", 2)[0].strip(), 16);
      if (size == 0) return true;
      if (!some(size, body)) return false;
      var _ = line();
    }
  }

  private boolean some(long bytes, ByteArrayOutputStream body) throws IOException {
    long fits = Math.min(bytes, (long) most - body.size());
    var read = in.readNBytes((int) fits);
    body.writeBytes(read);
    return read.length == bytes;
  }

  private boolean rest(ByteArrayOutputStream body) throws IOException {
    body.writeBytes(in.readNBytes(most));
    return in.read() < 0;
  }

  private int status() throws IOException {
    var words = line().split(" ", 3);
    if (words.length < 2 || !words[0].startsWith("HTTP/1.") || !words[1].matches("[1-5][0-9]{2}"))
      throw new IOException("not an HTTP response");
    return Integer.parseInt(words[1]);
  }

  private Map<String, String> headers() throws IOException {
    var headers = new HashMap<String, String>();
    for (int n = 0; n < MOST_HEADERS; n++) {
      var line = line();
      if (line.isEmpty()) return headers;
      int colon = line.indexOf(':');
      if (colon > 0)
        headers.put(
            line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    throw new IOException("too many headers");
  }

  private String line() throws IOException {
    var line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) throw new EOFException("the connection was closed");
      if (line.size() >= LONGEST_LINE) throw new IOException("a line is too long");
      if (next != '\r') line.write(next);
    }
    return line.toString(StandardCharsets.ISO_8859_1);
  }
}
