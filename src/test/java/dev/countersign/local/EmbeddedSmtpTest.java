package dev.countersign.local;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedSmtpTest {
  private static final InstantSource NINE_O_CLOCK =
      InstantSource.fixed(Instant.parse("2026-05-04T09:00:00Z"));
  private static final String MESSAGE =
      """
      Message-ID: <fixed@local.example>
      Subject: Kitchen bids

      a line
      .a line that begins with a dot
      .
      ..two dots, then bytes over 127: café
       trailing space\s

      """
          .replace("\n", "\r\n");

  @TempDir Path folder;

  @Test
  void every_byte_of_the_message_is_kept_as_it_was_sent() throws IOException {
    try (var smtp = EmbeddedSmtp.start(folder, NINE_O_CLOCK)) {
      speak(smtp.port(), MESSAGE);
    }

    assertThat(only(".eml")).hasBinaryContent(MESSAGE.getBytes(UTF_8));
  }

  @Test
  void the_envelope_is_kept_beside_it() throws IOException {
    try (var smtp = EmbeddedSmtp.start(folder, NINE_O_CLOCK)) {
      speak(smtp.port(), MESSAGE);
    }

    var envelope =
        new ObjectMapper().readValue(only(".json").toFile(), OutboxFolder.Envelope.class);
    assertThat(envelope)
        .isEqualTo(
            new OutboxFolder.Envelope(
                1,
                "2026-05-04T09:00:00Z",
                "jobs@local.example",
                List.of("client@example.com", "second@example.com"),
                MESSAGE.getBytes(UTF_8).length));
  }

  private Path only(String suffix) throws IOException {
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(suffix)).toList().getFirst();
    }
  }

  /// Speaks SMTP by hand, so that no client library touches the bytes.
  private static void speak(int port, String message) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      expect(socket, "220");
      say(socket, "EHLO localhost\r\n", "250");
      say(socket, "MAIL FROM:<jobs@local.example>\r\n", "250");
      say(socket, "RCPT TO:<client@example.com>\r\n", "250");
      say(socket, "RCPT TO:<second@example.com>\r\n", "250");
      say(socket, "DATA\r\n", "354");
      say(socket, message.replaceAll("(?m)^\\.", "..") + ".\r\n", "250");
      say(socket, "QUIT\r\n", "221");
    }
  }

  private static void say(Socket socket, String words, String reply) throws IOException {
    socket.getOutputStream().write(words.getBytes(UTF_8));
    expect(socket, reply);
  }

  private static void expect(Socket socket, String code) throws IOException {
    String line = line(socket.getInputStream());
    while (line.startsWith("-", 3)) {
      line = line(socket.getInputStream());
    }
    assertThat(line).startsWith(code);
  }

  private static String line(InputStream in) throws IOException {
    var line = new StringBuilder();
    for (int c = in.read(); c != '\n' && c != -1; c = in.read()) {
      line.append(new String(new byte[] {(byte) c}, US_ASCII));
    }
    return line.toString();
  }
}
