package dev.countersign.signin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.countersign.signin.IssuerKeys.Signed;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// An OIDC issuer as applications meet it: discovery, keys, the code flow with PKCE and client
/// authentication, renewal, sign-out. Who signs in is whoever a test says; below `/double/` a test
/// also has tokens made, keys replaced, and the issuer fall silent.
final class OidcIssuer implements AutoCloseable {
  static final String CLIENT = "countersign-app";
  static final String SECRET = "the client's secret, for tests alone";

  private final ObjectMapper json = new ObjectMapper();
  private final IssuerKeys keys = new IssuerKeys();
  private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
  private final HttpServer server;
  private volatile Map<String, Object> person = Map.of();
  private volatile boolean silent;

  OidcIssuer(boolean silent) throws IOException {
    this.silent = silent;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    serve(
        "/.well-known/openid-configuration",
        (_, _) -> Answer.json(json.writeValueAsString(discovery())));
    serve("/jwks", (_, _) -> Answer.json(keys.published()));
    serve("/authorize", (_, asked) -> authorize(asked));
    serve("/token", this::token);
    serve("/logout", (_, _) -> new Answer(200, "text/plain", "Signed out", null));
    control("/double/token", this::made);
    control(
        "/double/person",
        body -> {
          person = body;
          return "";
        });
    control(
        "/double/rotate",
        _ -> {
          keys.rotate();
          return "";
        });
    control(
        "/double/silent",
        body -> {
          this.silent = Boolean.TRUE.equals(body.get("silent"));
          return "";
        });
    server.start();
  }

  String address() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  record Answer(int status, String type, String body, @Nullable String location) {
    static Answer json(String body) {
      return new Answer(200, "application/json", body, null);
    }

    static Answer refused(String error) {
      return new Answer(400, "application/json", "{\"error\": \"" + error + "\"}", null);
    }
  }

  interface Endpoint {
    Answer answer(HttpExchange exchange, Map<String, String> asked) throws IOException;
  }

  interface Control {
    String done(Map<String, Object> body) throws IOException;
  }

  private Map<String, Object> discovery() {
    return Map.of(
        "issuer",
        address(),
        "authorization_endpoint",
        address() + "/authorize",
        "token_endpoint",
        address() + "/token",
        "jwks_uri",
        address() + "/jwks",
        "end_session_endpoint",
        address() + "/logout",
        "subject_types_supported",
        new String[] {"public"},
        "response_types_supported",
        new String[] {"code"},
        "id_token_signing_alg_values_supported",
        new String[] {"RS256"});
  }

  /// The person is signed in at the issuer already, as after a first visit.
  private Answer authorize(Map<String, String> asked) {
    boolean right =
        CLIENT.equals(asked.get("client_id"))
            && "code".equals(asked.get("response_type"))
            && "S256".equals(asked.get("code_challenge_method"))
            && asked.getOrDefault("scope", "").contains("openid")
            && asked.getOrDefault("redirect_uri", "").endsWith("/ui/signed-in");
    if (!right) return Answer.refused("invalid_request");
    var code = UUID.randomUUID().toString();
    codes.put(code, asked);
    var back =
        "%s?code=%s&state=%s"
            .formatted(
                asked.get("redirect_uri"), code, URLEncoder.encode(asked.get("state"), UTF_8));
    return new Answer(302, "text/plain", "", back);
  }

  private Answer token(HttpExchange exchange, Map<String, String> asked) throws IOException {
    var basic =
        Base64.getEncoder()
            .encodeToString((encoded(CLIENT) + ":" + encoded(SECRET)).getBytes(UTF_8));
    var plain = Base64.getEncoder().encodeToString((CLIENT + ":" + SECRET).getBytes(UTF_8));
    var sent = exchange.getRequestHeaders().getFirst("Authorization");
    if (!("Basic " + basic).equals(sent) && !("Basic " + plain).equals(sent))
      return Answer.refused("invalid_client");
    if ("refresh_token".equals(asked.get("grant_type"))) return tokens(null);
    var begun = codes.remove(asked.getOrDefault("code", ""));
    if (begun == null
        || !Objects.equals(begun.get("redirect_uri"), asked.get("redirect_uri"))
        || !challenge(asked.getOrDefault("code_verifier", "")).equals(begun.get("code_challenge")))
      return Answer.refused("invalid_grant");
    return tokens(begun.get("nonce"));
  }

  private Answer tokens(@Nullable String nonce) throws IOException {
    var claims = new HashMap<>(Map.<String, Object>of("aud", CLIENT));
    claims.putAll(person);
    if (nonce != null) claims.put("nonce", nonce);
    return Answer.json(
        json.writeValueAsString(
            Map.of(
                "access_token", sign(claims, Signed.RIGHTLY),
                "id_token", sign(claims, Signed.RIGHTLY),
                "refresh_token", "r".repeat(1800),
                "token_type", "Bearer",
                "expires_in", 300)));
  }

  private String made(Map<String, Object> body) {
    var claims = new HashMap<>(body);
    var how = Signed.valueOf(String.valueOf(claims.remove("signed")));
    return sign(claims, how);
  }

  private String sign(Map<String, Object> claims, Signed how) {
    var now = Instant.now().getEpochSecond();
    var all = new HashMap<String, Object>();
    all.put("iss", address());
    all.put("iat", now);
    all.put("exp", now + 300);
    all.put("sub", UUID.randomUUID().toString());
    all.putAll(claims);
    return keys.sign(all, how);
  }

  private static String challenge(String verifier) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  private void serve(String path, Endpoint endpoint) {
    server.createContext(
        path,
        exchange -> {
          if (silent) {
            send(exchange, new Answer(503, "text/plain", "", null));
            return;
          }
          var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
          var query = exchange.getRequestURI().getRawQuery();
          send(exchange, endpoint.answer(exchange, form(query == null ? body : query)));
        });
  }

  private void control(String path, Control control) {
    server.createContext(
        path,
        exchange -> {
          var body =
              json.readValue(
                  exchange.getRequestBody(), new TypeReference<Map<String, Object>>() {});
          send(exchange, new Answer(200, "text/plain", control.done(body), null));
        });
  }

  private static Map<String, String> form(String text) {
    return Arrays.stream(text.split("&"))
        .filter(pair -> pair.contains("="))
        .map(pair -> pair.split("=", 2))
        .collect(toMap(p -> p[0], p -> URLDecoder.decode(p[1], UTF_8), (a, _) -> a));
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    var bytes = answer.body().getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", answer.type());
    if (answer.location() != null) exchange.getResponseHeaders().set("Location", answer.location());
    exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
    try (var out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }
}
