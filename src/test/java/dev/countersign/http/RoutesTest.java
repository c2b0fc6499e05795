package dev.countersign.http;

import static dev.countersign.http.Calls.as;
import static dev.countersign.http.Calls.browser;
import static dev.countersign.http.Calls.nobody;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.EmbeddedServicesResource;
import dev.countersign.job.Job;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every route that the application has, from its own description: who may call it, and that what
/// belongs to somebody is not found by somebody else. A new route is not there before it is in this
/// table.
@QuarkusTest
@QuarkusTestResource(EmbeddedServicesResource.class)
class RoutesTest {
  private static final String WHO_MAY =
      """
      GET /jobs                                   submitter operator key
      POST /jobs                                  submitter key
      GET /jobs/{id}                              submitter operator key
      GET /jobs/{id}/events                       submitter operator key
      GET /jobs/{id}/sources                      submitter operator key
      GET /jobs/{id}/calls                        submitter operator key
      GET /spend                                  submitter operator key
      GET /jobs/{id}/artifacts                    submitter operator key
      GET /jobs/{id}/artifacts/{name}             submitter key
      GET /jobs/{id}/notices                      submitter operator key
      GET /jobs/{id}/receipt                      submitter reviewer operator key
      GET /.well-known/countersign-keys.json      anybody
      POST /jobs/{id}/cancel                      submitter operator key
      POST /jobs/{id}/retry                       submitter operator key
      GET /jobs/{id}/effects                      submitter reviewer operator key
      POST /jobs/{id}/effects/{effect}/outcome    reviewer operator
      GET /p/{token}/{name}                       anybody
      POST /hooks/openai                          anybody
      POST /jobs/{id}/erase                       operator
      POST /uploads                               submitter key
      GET /workflows                              submitter reviewer operator key
      GET /workflows/{name}                       submitter reviewer operator key
      GET /approvals                              reviewer
      GET /approvals/{id}                         submitter reviewer
      POST /approvals/{id}/decision               reviewer
      GET /api-keys                               operator
      POST /api-keys                              operator
      DELETE /api-keys/{id}                       operator
      GET /                                       anybody
      GET /openapi                                anybody
      GET /review/{token}                         anybody
      POST /review/{token}                        anybody
      GET /review/{token}/packet                  anybody
      GET /review/{token}/request.json            anybody
      GET /review/{token}/files/{name}            anybody
      GET /review/{token}/payloads/{number}       anybody
      GET /review/{token}/payloads/{number}/html  anybody
      GET /ui                                     submitter reviewer operator
      GET /ui/new                                 submitter
      POST /ui/new                                submitter
      POST /ui/uploads                            submitter
      GET /ui/jobs/{id}                           submitter operator
      GET /ui/jobs/{id}/receipt                   submitter reviewer operator
      GET /ui/jobs/{id}/files/{name}              submitter
      POST /ui/jobs/{id}/cancel                   submitter operator
      POST /ui/jobs/{id}/retry                    submitter operator
      GET /ui/jobs/{id}/effects                   submitter reviewer operator
      POST /ui/jobs/{id}/effects/{effect}/outcome reviewer operator
      GET /ui/approvals                           reviewer
      GET /ui/approvals/{id}                      submitter reviewer
      POST /ui/approvals/{id}                     reviewer
      GET /ui/approvals/{id}/packet               submitter reviewer
      GET /ui/approvals/{id}/request.json         submitter reviewer
      GET /ui/approvals/{id}/files/{name}         submitter reviewer
      GET /ui/approvals/{id}/payloads/{number}    submitter reviewer
      GET /ui/approvals/{id}/payloads/{number}/html submitter reviewer
      GET /ui/outbox                              submitter reviewer operator
      GET /ui/outbox/{mail}                       submitter reviewer operator
      GET /ui/outbox/{mail}/message.eml           submitter reviewer operator
      GET /ui/outbox/{mail}/html                  submitter reviewer operator
      GET /ui/signed-in                           submitter reviewer operator key
      GET /ui/signed-out                          anybody
      POST /ui/sign-out                           anybody
      """;

  private static final Set<String> NOT_LET_IN =
      Set.of(":role-needed", ":scope-needed", ":person-needed", ":not-signed-in");

  private static final Map<String, String> OTHERS =
      Map.of(
          "name",
          "comparison.html",
          "effect",
          "fx_none",
          "number",
          "0",
          "token",
          "no.link",
          "mail",
          "none");

  @Inject AtTheGate gates;

  private record Route(String method, String path, List<String> bodies) {
    String name() {
      return method + " " + path;
    }

    String of(Job job) {
      var id = path.contains("approvals") ? AtTheGate.approval(job) : job.id().value();
      var filled = path.replace("{id}", id);
      for (var other : OTHERS.entrySet())
        filled = filled.replace("{" + other.getKey() + "}", other.getValue());
      return filled;
    }

    boolean isPage() {
      return path.startsWith("/ui");
    }

    Response call(RequestSpecification as, String address) {
      as.accept(isPage() ? "text/html, */*" : "*/*");
      if (!bodies.isEmpty()) send(as, bodies.getFirst());
      return as.request(method, address);
    }

    private static void send(RequestSpecification as, String type) {
      switch (type) {
        case "application/json", "*/*" -> as.contentType("application/json").body("{}");
        case "multipart/form-data" -> as.multiPart("workflow", "none");
        default -> as.contentType(type).formParam("decision", "approve");
      }
    }
  }

  @Test
  void every_route_is_in_the_table_and_the_table_has_no_other() {
    assertThat(routes().stream().map(Route::name))
        .containsExactlyInAnyOrderElementsOf(table().keySet());
  }

  @Test
  void each_route_lets_in_those_who_may_and_nobody_else() {
    var job = gates.aJobAwaitingApproval();
    var key = key();
    var wrong = new TreeSet<String>();
    for (var route : routes()) {
      var may = table().getOrDefault(route.name(), Set.of());
      var address =
          route.of(job).replace(job.id().value(), "job_00000000-0000-7000-8000-000000000000");
      for (var caller : List.of("submitter", "reviewer", "operator", "key", "nobody")) {
        var answer = route.call(request(caller, key), address);
        if (letIn(answer) != (may.contains("anybody") || may.contains(caller)))
          wrong.add("%s as %s: %d".formatted(route.name(), caller, answer.statusCode()));
      }
    }

    assertThat(wrong).isEmpty();
  }

  @Test
  void what_belongs_to_somebody_is_not_found_by_somebody_else() {
    var job = gates.aJobAwaitingApproval();
    var found = new TreeSet<String>();
    for (var route : routes()) {
      if (!route.path().contains("{id}") || isForOperatorsOnly(route)) continue;
      for (var stranger : strangers(route)) {
        var answer = route.call(stranger, route.of(job));
        if (answer.statusCode() != 404 || answer.asString().contains("Kitchen"))
          found.add("%s: %d".formatted(route.name(), answer.statusCode()));
      }
    }

    assertThat(found).isEmpty();
    assertThat(gates.now(job)).isEqualTo(job);
  }

  private static boolean isForOperatorsOnly(Route route) {
    return table().getOrDefault(route.name(), Set.of()).equals(Set.of("operator"));
  }

  /// Another person who submits and reviews; where programs call, another machine, too.
  private static List<RequestSpecification> strangers(Route route) {
    var all = new ArrayList<RequestSpecification>();
    if (route.isPage() && !route.bodies().isEmpty())
      all.add(browser(as("stranger"), "/ui/new?workflow=bid-comparison").form(as("stranger")));
    else all.add(as("stranger"));
    if (table().getOrDefault(route.name(), Set.of()).contains("key"))
      all.add(request("key", key()));
    return all;
  }

  private static boolean letIn(Response answer) {
    var body = answer.asString();
    return NOT_LET_IN.stream().noneMatch(body::contains);
  }

  private static RequestSpecification request(String caller, String key) {
    return switch (caller) {
      case "nobody" -> nobody();
      case "key" -> nobody().header("Authorization", "Bearer " + key);
      default -> as(caller);
    };
  }

  private static String key() {
    return as("operator")
        .contentType("application/json")
        .body("{\"name\": \"routes\", \"scopes\": [\"read\", \"submit\", \"cancel\"]}")
        .post("/api-keys")
        .path("key");
  }

  private static Map<String, Set<String>> table() {
    return WHO_MAY
        .lines()
        .map(line -> line.split("\\s+"))
        .collect(
            toMap(w -> w[0] + " " + w[1], w -> Set.copyOf(Arrays.asList(w).subList(2, w.length))));
  }

  private static List<Route> routes() {
    Map<String, Map<String, Object>> paths =
        nobody().accept("application/json").get("/openapi-as-built?format=json").path("paths");
    return paths.entrySet().stream().flatMap(RoutesTest::routes).toList();
  }

  private static Stream<Route> routes(Map.Entry<String, Map<String, Object>> path) {
    return path.getValue().entrySet().stream()
        .filter(e -> Set.of("get", "post", "put", "delete", "patch").contains(e.getKey()))
        .map(e ->
            new Route(e.getKey().toUpperCase(Locale.ROOT), path.getKey(), bodies(e.getValue())));
  }

  private static List<String> bodies(Object operation) {
    return operation instanceof Map<?, ?> described
            && described.get("requestBody") instanceof Map<?, ?> body
            && body.get("content") instanceof Map<?, ?> content
        ? content.keySet().stream().map(String::valueOf).sorted().toList()
        : List.of();
  }
}
