package dev.countersign.local;

import java.net.URI;

/// Where the embedded services listen: nowhere but on this machine.
final class Loopback {
  static final String HOST = "127.0.0.1";

  private Loopback() {}

  static URI http(int port) {
    return URI.create("http://" + HOST + ":" + port);
  }
}
