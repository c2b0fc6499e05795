package dev.countersign.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Properties;

/// Where the one process answers HTTP. Its users have their names as passwords, so that can only be
/// this machine.
record LocalAddress(String host, int port) {
  /// @param environment `PORT`, and what Quarkus understands
  static LocalAddress of(Map<String, String> environment, Properties properties) {
    String host =
        properties.getProperty(
            "quarkus.http.host", environment.getOrDefault("QUARKUS_HTTP_HOST", Loopback.HOST));
    String port =
        properties.getProperty(
            "quarkus.http.port",
            environment.getOrDefault(
                "QUARKUS_HTTP_PORT", environment.getOrDefault("PORT", "8080")));
    return new LocalAddress(loopback(host), number(port));
  }

  /// As a person types it.
  String url() {
    return "http://localhost:" + port;
  }

  /// Finds out early, and says so in words, when the port cannot be had.
  void mustBeFree() {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(host, port));
    } catch (IOException e) {
      throw new LocalFault(
          "Port %d cannot be used (%s). Stop what uses it, or choose another, e.g. PORT=8090 make run."
              .formatted(port, e.getMessage()));
    }
  }

  Map<String, String> settings() {
    return Map.of(
        "quarkus.http.host", host,
        "quarkus.http.port", Integer.toString(port),
        "countersign.public-url", url());
  }

  private static String loopback(String host) {
    try {
      for (var address : InetAddress.getAllByName(host))
        if (!address.isLoopbackAddress()) throw notLoopback(host);
      return host;
    } catch (UnknownHostException _) {
      throw notLoopback(host);
    }
  }

  private static LocalFault notLoopback(String host) {
    return new LocalFault(
        """
        The local users have their names as passwords, so Countersign listens on loopback only, \
        not on "%s". Unset QUARKUS_HTTP_HOST (or quarkus.http.host).\
        """
            .formatted(host));
  }

  private static int number(String port) {
    try {
      int number = Integer.parseInt(port.strip());
      if (number > 0 && number < 65536) return number;
    } catch (NumberFormatException _) {
      // said below
    }
    throw new LocalFault("PORT is \"%s\", not a number from 1 to 65535.".formatted(port));
  }
}
