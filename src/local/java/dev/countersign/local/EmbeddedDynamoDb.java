package dev.countersign.local;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.jspecify.annotations.Nullable;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/// DynamoDB Local on a free loopback port, one shared database on disk or in memory.
///
/// DynamoDB Local's own server binds to every interface and can report usage; so its request
/// handler is put behind a server of our own, and telemetry is never configured.
final class EmbeddedDynamoDb implements AutoCloseable {
  private final LocalDynamoDBServerHandler handler;
  private final Server server;
  private final URI endpoint;

  private EmbeddedDynamoDb(LocalDynamoDBServerHandler handler, Server server, URI endpoint) {
    this.handler = handler;
    this.server = server;
    this.endpoint = endpoint;
  }

  /// @param folder where the database file is kept, null for in memory
  static EmbeddedDynamoDb start(@Nullable Path folder) throws Exception {
    boolean inMemory = folder == null;
    String path = folder == null ? null : folder.toString();
    var requests = new LocalDynamoDBRequestHandler(0, inMemory, path, true, false);
    var handler = new LocalDynamoDBServerHandler(requests, null);
    var server = new Server(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    server.setHandler(handler);
    server.start();
    int port = ((ServerConnector) server.getConnectors()[0]).getLocalPort();
    return new EmbeddedDynamoDb(handler, server, Loopback.http(port));
  }

  URI endpoint() {
    return endpoint;
  }

  @Override
  public void close() {
    Stopping.of("DynamoDB Local", server::stop);
    Stopping.of("DynamoDB Local", handler::close);
  }
}
