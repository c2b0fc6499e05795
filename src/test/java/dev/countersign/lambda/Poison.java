package dev.countersign.lambda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;

/// Two messages that no worker can do anything with: one of a job, one that is not ours.
///
/// @param failed the job of the first
/// @param canceled the same job after its owner had canceled it
/// @param waits for how many seconds each time the worker put a message off
/// @param deadLetters what that function printed
record Poison(JsonPath failed, JsonPath canceled, List<Integer> waits, String deadLetters) {
  private static final String NOT_OURS = "is no message of ours";

  static Poison happens(Stage stage) throws Exception {
    var cloud = stage.cloud();
    cloud.send("WorkQueue", "{\"not\": \"ours\"}");
    try (var _ = cloud.tap().refuse(Poison::takesAJob)) {
      var job = new Packet(stage.submitter()).submitAsForm("Poisoned", "c@example.com");
      var failed = stage.submitter().awaits(job, "failed", "needs_review");
      Patience.until(
          "a dead letter that is not ours", () -> cloud.log("DeadLetters").contains(NOT_OURS));
      stage.submitter().asks().post("/jobs/%s/cancel".formatted(job)).then().statusCode(200);
      var canceled = stage.submitter().gets("/jobs/" + job);
      return new Poison(failed, canceled, waits(cloud.tap()), cloud.log("DeadLetters"));
    }
  }

  /// No other job is under way meanwhile.
  private static boolean takesAJob(SeenCall call) {
    return call.function().equals("Worker") && call.operation().equals("UpdateItem");
  }

  private static List<Integer> waits(Wiretap tap) throws JsonProcessingException {
    var waits = new ArrayList<Integer>();
    for (var call : tap.seen())
      if (call.operation().equals("ChangeMessageVisibility"))
        waits.add(new ObjectMapper().readTree(call.body()).path("VisibilityTimeout").asInt());
    return waits;
  }
}
