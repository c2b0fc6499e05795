package dev.countersign.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Base64;

/// A function's answer as an HTTP API gives it to the client, payload format 2.0.
record ProxyAnswer(JsonNode answer) {
  static ProxyAnswer of(String json) throws IOException {
    return new ProxyAnswer(new ObjectMapper().readTree(json));
  }

  void writeTo(HttpExchange exchange) throws IOException {
    var headers = exchange.getResponseHeaders();
    answer
        .path("headers")
        .properties()
        .forEach(header -> {
          if (!header.getKey().equalsIgnoreCase("content-length"))
            headers.add(header.getKey(), header.getValue().asText());
        });
    answer.path("cookies").forEach(cookie -> headers.add("Set-Cookie", cookie.asText()));
    var body = body();
    boolean head = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(
        answer.path("statusCode").asInt(), body.length == 0 || head ? -1 : body.length);
    if (body.length > 0 && !head) exchange.getResponseBody().write(body);
  }

  private byte[] body() {
    var text = answer.path("body").asText("");
    if (answer.path("body").isNull()) return new byte[0];
    return answer.path("isBase64Encoded").asBoolean()
        ? Base64.getDecoder().decode(text)
        : text.getBytes(UTF_8);
  }
}
