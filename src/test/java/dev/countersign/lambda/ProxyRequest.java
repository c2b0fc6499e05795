package dev.countersign.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/// A request as an HTTP API hands it to a function, payload format 2.0:
/// <https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html>.
///
/// @param headers by lower-case name
/// @param query as it was sent, empty for none
@SuppressWarnings("ArrayRecordComponent") // it stays as it came
record ProxyRequest(
    String method,
    String path,
    String query,
    Map<String, List<String>> headers,
    byte[] body,
    String host) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String COOKIE = "cookie";

  ProxyRequest {
    headers = Map.copyOf(headers);
  }

  static ProxyRequest of(HttpExchange exchange, String host) throws IOException {
    var headers = new TreeMap<String, List<String>>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
    headers.put("host", List.of(host));
    headers.put("x-forwarded-proto", List.of("https"));
    headers.put("x-forwarded-port", List.of("443"));
    headers.put("x-forwarded-for", List.of("198.51.100.7"));
    var body = exchange.getRequestBody().readAllBytes();
    headers.remove("transfer-encoding"); // it is whole by now
    if (body.length > 0) headers.put("content-length", List.of(Integer.toString(body.length)));
    var uri = exchange.getRequestURI();
    return new ProxyRequest(
        exchange.getRequestMethod(),
        uri.getRawPath(),
        uri.getRawQuery() == null ? "" : uri.getRawQuery(),
        headers,
        body,
        host);
  }

  /// What counts against the limit: request line and header lines.
  int headerBytes() {
    return headers.entrySet().stream()
        .flatMap(header -> header.getValue().stream().map(value -> header.getKey() + ": " + value))
        .mapToInt(line -> line.getBytes(UTF_8).length + 2)
        .sum();
  }

  String event() throws JsonProcessingException {
    var event = JSON.createObjectNode();
    event.put("version", "2.0").put("routeKey", "$default");
    event.put("rawPath", URLDecoder.decode(path.replace("+", "%2B"), UTF_8));
    event.put("rawQueryString", query);
    headers.getOrDefault(COOKIE, List.of()).stream()
        .flatMap(cookies -> List.of(cookies.split("; ?", -1)).stream())
        .forEach(event.withArray("cookies")::add);
    var lines = event.putObject("headers");
    headers.forEach((name, values) -> {
      if (!name.equals(COOKIE)) lines.put(name, String.join(",", values));
    });
    if (!query.isEmpty()) event.set("queryStringParameters", JSON.valueToTree(parameters()));
    event.set("requestContext", context());
    putBody(event);
    return JSON.writeValueAsString(event);
  }

  private Map<String, String> parameters() {
    var parameters = new LinkedHashMap<String, String>();
    for (var pair : query.split("&", -1)) {
      var parts = pair.split("=", 2);
      parameters.merge(
          URLDecoder.decode(parts[0], UTF_8),
          parts.length == 2 ? URLDecoder.decode(parts[1], UTF_8) : "",
          (one, more) -> one + "," + more);
    }
    return parameters;
  }

  private ObjectNode context() {
    var context = JSON.createObjectNode();
    context.put("accountId", "000000000000").put("apiId", "countersign");
    context.put("domainName", host).put("domainPrefix", host.split("\\.", 2)[0]);
    context
        .putObject("http")
        .put("method", method)
        .put("path", path)
        .put("protocol", "HTTP/1.1")
        .put("sourceIp", "198.51.100.7")
        .put("userAgent", String.join(",", headers.getOrDefault("user-agent", List.of())));
    context.put("requestId", UUID.randomUUID().toString());
    context.put("routeKey", "$default").put("stage", "$default");
    context.put("time", "21/Nov/2026:06:00:00 +0000").put("timeEpoch", 1_795_240_800_000L);
    return context;
  }

  private void putBody(ObjectNode event) {
    boolean text = isText(String.join(",", headers.getOrDefault("content-type", List.of())));
    if (body.length > 0)
      event.put("body", text ? new String(body, UTF_8) : Base64.getEncoder().encodeToString(body));
    event.put("isBase64Encoded", body.length > 0 && !text);
  }

  private static boolean isText(String type) {
    return type.startsWith("text/")
        || List.of("application/json", "application/javascript", "application/xml").stream()
            .anyMatch(type::startsWith);
  }
}
