package dev.countersign.http;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;
import java.util.regex.Pattern;

/// Requests as people and programs make them.
final class Calls {
  private static final Pattern FORM_TOKEN =
      Pattern.compile("name=\"form_token\" value=\"([^\"]+)\"");

  private Calls() {}

  static RequestSpecification as(String name) {
    return given().auth().preemptive().basic(name, name).redirects().follow(false);
  }

  static RequestSpecification nobody() {
    return given().redirects().follow(false);
  }

  /// A browser that has opened that page and can send its forms.
  static Browser browser(RequestSpecification as, String page) {
    var response = as.accept("text/html").get(page);
    var token = FORM_TOKEN.matcher(response.asString());
    return new Browser(
        response.getCookie("countersign_form"),
        token.find() ? token.group(1) : "",
        response.asString());
  }

  record Browser(String cookie, String token, String html) {
    RequestSpecification form(RequestSpecification as) {
      return as.accept("text/html")
          .header("Sec-Fetch-Site", "same-origin")
          .cookie("countersign_form", cookie)
          .formParam("form_token", token);
    }
  }
}
