package dev.countersign.signin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import io.restassured.RestAssured;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;

/// A person with a browser that keeps cookies and follows redirects between application and issuer.
final class Visitor {
  private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
  private final HttpClient browser;

  Visitor(Redirect redirects) {
    browser = HttpClient.newBuilder().cookieHandler(cookies).followRedirects(redirects).build();
  }

  /// Somebody whom the issuer knows.
  static Visitor signedIn(String email, String... roles) throws IOException, InterruptedException {
    Issuer.person(Issuer.claims(email, roles));
    var visitor = new Visitor(Redirect.NORMAL);
    visitor.get("/ui/signed-in");
    return visitor;
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(request(path).GET());
  }

  HttpResponse<String> post(String path, Map<String, String> form)
      throws IOException, InterruptedException {
    var body =
        form.entrySet().stream()
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), UTF_8))
            .collect(joining("&"));
    return send(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Sec-Fetch-Site", "same-origin")
            .POST(BodyPublishers.ofString(body)));
  }

  HttpResponse<String> follow(URI address) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(address).header("Accept", "text/html"));
  }

  List<HttpCookie> cookies() {
    return cookies.getCookieStore().getCookies();
  }

  List<HttpCookie> session() {
    return cookies().stream().filter(c -> c.getName().startsWith("q_session")).toList();
  }

  void keep(String name, String value) {
    var cookie = new HttpCookie(name, value);
    cookie.setPath("/");
    cookie.setVersion(0);
    cookies.getCookieStore().add(address("/"), cookie);
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return browser.send(request.build(), BodyHandlers.ofString());
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(address(path)).header("Accept", "text/html");
  }

  private static URI address(String path) {
    return URI.create("http://localhost:" + RestAssured.port + path);
  }
}
