package dev.countersign.effect;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A mail relay on loopback that misbehaves where it is told to, and keeps what it accepted.
public final class ScriptedSmtp implements MailReceiver {
  /// What it does instead of accepting.
  public enum Mood {
    ACCEPTS,
    BUSY_AT_SENDER,
    UNKNOWN_RECIPIENT,
    REFUSES_THE_TEXT,
    HANGS_UP_AFTER_THE_TEXT
  }

  private final ServerSocket server;
  private final List<Received> received = Collections.synchronizedList(new ArrayList<>());
  private volatile Mood mood = Mood.ACCEPTS;
  private volatile Runnable meanwhile = () -> {};
  private volatile @Nullable IOException lastFault;

  public ScriptedSmtp() {
    try {
      server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofPlatform().daemon().start(this::serve);
  }

  @Override
  public int port() {
    return server.getLocalPort();
  }

  public void is(Mood next) {
    mood = next;
  }

  @Override
  public void whenHandedAMessage(Runnable next) {
    meanwhile = next;
  }

  @Override
  public List<Received> received() {
    return List.copyOf(received);
  }

  /// What last went wrong with a client that hung up; empty when nothing did.
  public Optional<IOException> lastFault() {
    return Optional.ofNullable(lastFault);
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void serve() {
    while (!server.isClosed()) {
      try (Socket client = server.accept()) {
        converse(client);
      } catch (IOException e) {
        lastFault = e;
      }
    }
  }

  private void converse(Socket client) throws IOException {
    var in =
        new BufferedReader(
            new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
    say(client, "220 ready");
    var recipients = new ArrayList<String>();
    for (var line = in.readLine(); line != null; line = in.readLine()) {
      if (line.startsWith("RCPT TO:")) recipients.add(line.substring(9, line.length() - 1));
      if (line.equals("DATA")) {
        say(client, "354 go on");
        received.add(new Received(List.copyOf(recipients), text(in)));
        meanwhile.run();
        if (mood == Mood.HANGS_UP_AFTER_THE_TEXT) return;
        say(client, mood == Mood.REFUSES_THE_TEXT ? "554 no" : "250 taken as 4711");
      } else if (line.equals("QUIT")) {
        say(client, "221 bye");
        return;
      } else say(client, reply(line));
    }
  }

  private String reply(String line) {
    if (line.startsWith("MAIL") && mood == Mood.BUSY_AT_SENDER) return "451 later";
    if (line.startsWith("RCPT") && mood == Mood.UNKNOWN_RECIPIENT) return "550 nobody here";
    return "250 ok";
  }

  private static byte[] text(BufferedReader in) throws IOException {
    var out = new ByteArrayOutputStream();
    for (var line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
      var undotted = line.startsWith(".") ? line.substring(1) : line;
      out.write((undotted + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }
    return out.toByteArray();
  }

  private static void say(Socket client, String line) throws IOException {
    client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    client.getOutputStream().flush();
  }
}
