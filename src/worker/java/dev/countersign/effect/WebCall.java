package dev.countersign.effect;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/// One request over HTTP/1.1 on a connection of its own: to an address that was looked at, never
/// redirected, never repeated. By hand, because no client of the JDK can be held to an address it
/// has resolved, nor says whether anything of a request had gone out (decision 0015).
@ApplicationScoped
public class WebCall {
  private final WebConfig config;
  private final WebRules rules;
  private final Names names;

  /// How a host's name becomes addresses.
  @FunctionalInterface
  interface Names {
    List<InetAddress> of(String host) throws UnknownHostException;
  }

  @Inject
  WebCall(WebConfig config, WebRules rules) {
    this(config, rules, host -> Arrays.asList(InetAddress.getAllByName(host)));
  }

  WebCall(WebConfig config, WebRules rules, Names names) {
    this.config = config;
    this.rules = rules;
    this.names = names;
  }

  /// @param headers without `Host`, `Content-Length` and `Connection`
  @SuppressWarnings("ArrayRecordComponent")
  record Request(String method, WebTarget target, Map<String, String> headers, byte[] body) {}

  WebAnswer make(Request request) {
    return make(request, config.timeout());
  }

  /// @param most how long it may take
  WebAnswer make(Request request, Duration most) {
    var timing = new Deadline(most);
    var target = request.target();
    if (!target.tls() && !rules.mayBePrivate(target.host()))
      return new WebAnswer.NotAllowed("Effects call https addresses only.");
    boolean begun = false;
    try {
      var address = allowed(target);
      try (var plain = new Socket()) {
        plain.connect(new InetSocketAddress(address, target.port()), timing.millis());
        try (var socket = target.tls() ? secured(plain, target, timing) : plain) {
          var out = socket.getOutputStream();
          begun = true;
          out.write(head(request));
          out.write(request.body());
          out.flush();
          return new ReadAnswer(timing.over(socket), config.mostBytes()).to(request.method());
        }
      }
    } catch (NotPublic _) {
      return new WebAnswer.NotAllowed(
          "%s has an address that is not public, and is not in countersign.web.private-hosts."
              .formatted(target.host()));
    } catch (IOException e) {
      var why = "%s (%s).".formatted(target.origin(), e.getClass().getSimpleName());
      return begun
          ? new WebAnswer.Silent("No answer came from " + why)
          : new WebAnswer.NotSent("Could not be reached: " + why);
    }
  }

  /// The address that is connected to is the one that was looked at: the name is resolved once.
  private InetAddress allowed(WebTarget target) throws UnknownHostException, NotPublic {
    var addresses = names.of(target.host());
    if (!rules.mayBePrivate(target.host()) && !addresses.stream().allMatch(PublicAddress::is))
      throw new NotPublic();
    return addresses.getFirst();
  }

  private static Socket secured(Socket plain, WebTarget target, Deadline timing)
      throws IOException {
    var factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
    var tls = (SSLSocket) factory.createSocket(plain, target.host(), target.port(), true);
    var parameters = tls.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    if (target.host().matches(".*[a-z].*") && !target.host().contains(":"))
      parameters.setServerNames(List.of(new SNIHostName(target.host())));
    tls.setSSLParameters(parameters);
    tls.setSoTimeout(timing.millis());
    tls.startHandshake();
    return tls;
  }

  private static byte[] head(Request request) {
    var head = new StringBuilder();
    head.append("%s %s HTTP/1.1\r\n".formatted(request.method(), request.target().resource()));
    head.append("Host: %s\r\nConnection: close\r\n".formatted(request.target().authority()));
    head.append("User-Agent: countersign\r\n");
    request.headers().forEach((name, value) -> head.append(line(name, value)));
    if (!request.method().equals("GET"))
      head.append("Content-Length: %d\r\n".formatted(request.body().length));
    return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  /// No header takes a line break from its value.
  private static String line(String name, String value) {
    if (value.chars().anyMatch(c -> c < ' ' || c > 0x7e))
      throw new IllegalArgumentException("not a value of the header " + name);
    return name + ": " + value + "\r\n";
  }

  private static final class NotPublic extends Exception {
    private static final long serialVersionUID = 1L;
  }
}
