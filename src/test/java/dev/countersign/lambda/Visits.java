package dev.countersign.lambda;

import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What people and programs do beside the main way, once each.
///
/// @param statuses of the answers, by what was asked
/// @param keyed what a program with an API key was shown, and after the key was revoked
/// @param halfUploaded the answer to a job of which one file never came
record Visits(Map<String, Integer> statuses, List<Integer> keyed, Response halfUploaded) {
  static Visits happens(Stage stage) throws Exception {
    var job = new Packet(stage.submitter()).submitAsForm("Looked at", "d@example.com");
    stage.submitter().awaits(job, "needs_review", "failed");
    return new Visits(looks(stage, job), keyed(stage), halfUploaded(stage));
  }

  private static Map<String, Integer> looks(Stage stage, String job) {
    var statuses = new TreeMap<String, Integer>();
    Stream.of("", "/events", "/sources", "/artifacts")
        .map(part -> "/jobs/" + job + part)
        .forEach(path -> statuses.put(path, stage.submitter().asks().get(path).statusCode()));
    statuses.put("/jobs", stage.submitter().asks().get("/jobs").statusCode());
    statuses.put("/workflows", stage.submitter().asks().get("/workflows").statusCode());
    statuses.put("/approvals", stage.reviewer().asks().get("/approvals").statusCode());
    return statuses;
  }

  private static List<Integer> keyed(Stage stage) {
    var made =
        stage
            .operator()
            .asks()
            .contentType("application/json")
            .body(
                Map.of(
                    "name",
                    "erp-import",
                    "scopes",
                    List.of("read"),
                    "workflows",
                    List.of("bid-comparison"),
                    "expires_in_days",
                    90))
            .post("/api-keys")
            .then()
            .extract();
    var program = stage.nobody();
    var statuses = new ArrayList<>(List.of(made.statusCode()));
    var bearer = "Bearer " + made.jsonPath().getString("key");
    statuses.add(program.asks().header("Authorization", bearer).get("/jobs").statusCode());
    var id = made.jsonPath().getString("id");
    statuses.add(stage.operator().asks().get("/api-keys").statusCode());
    statuses.add(stage.operator().asks().delete("/api-keys/" + id).statusCode());
    statuses.add(program.asks().header("Authorization", bearer).get("/jobs").statusCode());
    return statuses;
  }

  /// One file is in the bucket, the other was only declared.
  private static Response halfUploaded(Stage stage) throws Exception {
    return new Packet(stage.submitter()).submitHalf("Half uploaded", "e@example.com");
  }
}
