package dev.countersign.local;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.InstantSource;
import org.subethamail.smtp.server.SMTPServer;

/// An SMTP server on a free loopback port that delivers nothing: it keeps every message in the
/// outbox, byte for byte as it came.
final class EmbeddedSmtp implements AutoCloseable {
  private static final int MAX_MESSAGE_BYTES = 40 * 1024 * 1024;

  private final SMTPServer server;

  private EmbeddedSmtp(SMTPServer server) {
    this.server = server;
  }

  static EmbeddedSmtp start(Path folder, InstantSource clock) {
    var outbox = new OutboxFolder(folder, clock);
    var server =
        SMTPServer.port(0)
            .bindAddress(InetAddress.getLoopbackAddress())
            .hostName("localhost")
            .softwareName("Countersign outbox")
            .maxMessageSize(MAX_MESSAGE_BYTES)
            .insertReceivedHeaders(false)
            .messageHandlerFactory(context -> new OutboxDelivery(outbox))
            .build();
    server.start();
    return new EmbeddedSmtp(server);
  }

  int port() {
    return server.getPortAllocated();
  }

  @Override
  public void close() {
    server.stop();
  }
}
