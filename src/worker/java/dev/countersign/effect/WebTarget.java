package dev.countersign.effect;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/// An address that effects call: `https`, or `http` for hosts that are configured as private; no
/// user info, no fragment.
///
/// @param host in small letters, without brackets
record WebTarget(URI address, String host, int port, boolean tls) {
  private static final int HTTPS = 443;
  private static final int HTTP = 80;

  /// @throws IllegalArgumentException when it is none
  static WebTarget of(String text) {
    try {
      var uri = new URI(text);
      var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      boolean tls = scheme.equals("https");
      if ((!tls && !scheme.equals("http"))
          || uri.getHost() == null
          || uri.getRawUserInfo() != null
          || uri.getRawFragment() != null
          || !uri.toASCIIString().equals(text))
        throw new IllegalArgumentException("not a plain web address");
      var host = uri.getHost().toLowerCase(Locale.ROOT).replaceAll("[\\[\\]]", "");
      int port = uri.getPort() >= 0 ? uri.getPort() : tls ? HTTPS : HTTP;
      return new WebTarget(uri, host, port, tls);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("not a web address", e);
    }
  }

  /// As browsers write it: the port only where it is not the usual one.
  String origin() {
    return (tls ? "https://" : "http://") + authority();
  }

  /// For the `Host` header.
  String authority() {
    var name = host.contains(":") ? "[" + host + "]" : host;
    return port == (tls ? HTTPS : HTTP) ? name : name + ":" + port;
  }

  /// For the request line.
  String resource() {
    var path = address.getRawPath();
    var resource = path == null || path.isEmpty() ? "/" : path;
    return address.getRawQuery() == null ? resource : resource + "?" + address.getRawQuery();
  }
}
