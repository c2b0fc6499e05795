package dev.countersign.local;

import java.net.URI;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;

/// ElasticMQ on a free loopback port: SQS with delay, visibility and redrive, in memory only. What
/// a stopped process had queued is found again by the sweeper.
final class EmbeddedSqs implements AutoCloseable {
  private final SQSRestServer server;
  private final URI endpoint;

  private EmbeddedSqs(SQSRestServer server, URI endpoint) {
    this.server = server;
    this.endpoint = endpoint;
  }

  static EmbeddedSqs start() {
    var server = SQSRestServerBuilder.withInterface(Loopback.HOST).withDynamicPort().start();
    int port = server.waitUntilStarted().localAddress().getPort();
    return new EmbeddedSqs(server, Loopback.http(port));
  }

  URI endpoint() {
    return endpoint;
  }

  @Override
  public void close() {
    Stopping.of("ElasticMQ", server::stopAndWait);
  }
}
