package dev.countersign.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;

/// A wire from one function to one service. What goes over it is seen, and may be held up or
/// answered before it arrives.
final class Wire implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Wire.class);

  private final String function;
  private final String service;
  private final URI target;
  private final Wiretap tap;
  private final ServerSocket door;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  Wire(String function, String service, URI target, Wiretap tap) {
    this.function = function;
    this.service = service;
    this.target = target;
    this.tap = tap;
    try {
      door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var _ = threads.submit(this::accept);
  }

  /// The endpoint to give to the function.
  String endpoint() {
    return "http://127.0.0.1:" + door.getLocalPort();
  }

  @Override
  public void close() {
    closeQuietly(door);
    threads.shutdownNow();
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        var client = door.accept();
        var _ = threads.submit(() -> connect(client));
      } catch (IOException _) {
        closeQuietly(door);
      }
    }
  }

  private void connect(Socket client) {
    try (client;
        var server = new Socket(target.getHost(), target.getPort())) {
      var _ = threads.submit(() -> pass(server, client));
      var in = new BufferedInputStream(client.getInputStream());
      var request = HttpMessage.read(in, client.getOutputStream());
      while (request.isPresent()) {
        if (tap.lets(seen(request.get()), client.getOutputStream()))
          request.get().writeTo(server.getOutputStream());
        request = HttpMessage.read(in, client.getOutputStream());
      }
    } catch (IOException _) {
      closeQuietly(client); // one of the two went away; the other is told so
    }
  }

  private static void pass(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException _) {
      closeQuietly(to);
    }
  }

  private SeenCall seen(HttpMessage request) {
    return new SeenCall(
        function,
        service,
        request.method(),
        request.path(),
        request.query(),
        request.headers(),
        service.equals("S3") ? "" : new String(request.body(), UTF_8));
  }

  private static void closeQuietly(Closeable open) {
    try {
      open.close();
    } catch (IOException e) {
      LOG.debugf("not closed: %s", e);
    }
  }
}
