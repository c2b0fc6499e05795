package dev.countersign.effect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// One call: where it may go, and what it makes of what comes back.
class WebCallTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "198.18.0.1",
        "240.0.0.1",
        "224.0.0.1",
        "::1",
        "fe80::1",
        "fd00::1",
        "::",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "::ffff:127.0.0.1",
        "2001::1"
      })
  void no_address_of_a_house_is_called_whatever_its_name(String address) {
    var call = outside(host -> List.of(InetAddress.getByName(address)));

    assertThat(call.make(get("https://innocent.example/")))
        .isInstanceOf(WebAnswer.NotAllowed.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.1.1.1", "93.184.216.34", "2606:4700::1111"})
  void an_address_of_the_internet_is_public(String address) throws IOException {
    assertThat(PublicAddress.is(InetAddress.getByName(address))).isTrue();
  }

  @Test
  void a_name_that_has_one_private_address_among_others_is_not_called() {
    var call =
        outside(
            host -> List.of(InetAddress.getByName("1.1.1.1"), InetAddress.getLoopbackAddress()));

    assertThat(call.make(get("https://mixed.example/"))).isInstanceOf(WebAnswer.NotAllowed.class);
  }

  @Test
  void a_name_is_resolved_once_and_what_was_looked_at_is_connected_to() throws IOException {
    var asked = new ArrayList<String>();
    try (var server = new Sayer("HTTP/1.1 204 Done\r\n\r\n")) {
      var call =
          new TestWeb(server.port())
              .call(host -> {
                asked.add(host);
                return List.of(
                    asked.size() == 1
                        ? InetAddress.getLoopbackAddress()
                        : InetAddress.getByName("192.0.2.1"));
              });

      var answer = call.make(get("http://localhost:" + server.port() + "/"));

      assertThat(answer).isInstanceOf(WebAnswer.Answered.class);
      assertThat(asked).containsExactly("localhost");
    }
  }

  @Test
  void a_redirect_is_an_answer_and_nothing_more() throws IOException {
    var answer = said("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1/\r\n\r\n");

    assertThat(answer)
        .isInstanceOfSatisfying(
            WebAnswer.Answered.class, a -> assertThat(a.status()).isEqualTo(302));
  }

  @Test
  void an_answer_is_read_up_to_its_limit() throws IOException {
    var answer = (WebAnswer.Answered) said("HTTP/1.1 200 OK\r\n\r\n" + "x".repeat(5000));

    assertThat(answer.body()).hasSize(1000);
    assertThat(answer.whole()).isFalse();
  }

  @Test
  void chunks_are_put_together() throws IOException {
    var answer =
        (WebAnswer.Answered)
            said(
                String.join(
                    "\r\n",
                    "HTTP/1.1 200 OK",
                    "Transfer-Encoding: chunked",
                    "",
                    "3",
                    "abc",
                    "2;x=y",
                    "de",
                    "0",
                    "",
                    ""));

    assertThat(new String(answer.body(), StandardCharsets.US_ASCII)).isEqualTo("abcde");
    assertThat(answer.whole()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "HTTP/1.1 20", "SSH-2.0-OpenSSH\r\n", "HTTP/1.1 200 OK\r\nA: b"})
  void what_is_no_answer_leaves_the_outcome_open(String said) throws IOException {
    assertThat(said(said)).isInstanceOf(WebAnswer.Silent.class);
  }

  @Test
  void a_receiver_that_says_nothing_in_time_leaves_the_outcome_open() throws IOException {
    try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      var web = new TestWeb(silent.getLocalPort(), Duration.ofMillis(150), true);
      var call = web.call(host -> List.of(InetAddress.getLoopbackAddress()));

      assertThat(call.make(get("http://localhost:" + silent.getLocalPort() + "/")))
          .isInstanceOf(WebAnswer.Silent.class);
    }
  }

  private static WebAnswer said(String bytes) throws IOException {
    try (var server = new Sayer(bytes)) {
      return new TestWeb(server.port())
          .call(host -> List.of(InetAddress.getLoopbackAddress()))
          .make(get("http://localhost:" + server.port() + "/a?b=c"));
    }
  }

  private static WebCall outside(WebCall.Names names) {
    return new TestWeb(0, Duration.ofSeconds(1), false).call(names);
  }

  private static WebCall.Request get(String target) {
    return new WebCall.Request("GET", WebTarget.of(target), Map.of(), new byte[0]);
  }

  /// Says these bytes to whoever calls, and hangs up.
  private static final class Sayer implements AutoCloseable {
    private final ServerSocket server;

    Sayer(String bytes) throws IOException {
      server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
      Thread.ofPlatform().daemon().start(() -> say(bytes));
    }

    int port() {
      return server.getLocalPort();
    }

    private void say(String bytes) {
      try (var client = server.accept()) {
        var in =
            new BufferedReader(
                new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
        var line = in.readLine();
        while (!line.isEmpty()) line = in.readLine();
        client.getOutputStream().write(bytes.getBytes(StandardCharsets.US_ASCII));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() throws IOException {
      server.close();
    }
  }
}
