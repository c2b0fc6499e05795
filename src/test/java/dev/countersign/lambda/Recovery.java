package dev.countersign.lambda;

import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/// Two jobs whose worker is lost in mid-step: one is killed, one runs into the function's timeout.
/// Nobody tells anybody; the leases lapse and the sweeper's clock goes off.
///
/// @param killed the first job, when it stopped for a signature all the same
/// @param timedOut the second
/// @param answers how the worker's invocations had ended by then
record Recovery(JsonPath killed, JsonPath timedOut, List<Answer> answers) {
  /// Long enough to begin a step in, with what the worker keeps back for storing its result.
  private static final Duration SHORT = Duration.ofSeconds(40);

  static Recovery happens(Stage stage) throws Exception {
    var worker = stage.cloud().function("Worker");
    var packet = new Packet(stage.submitter());
    var killed = lose(stage, packet.submitAsForm("Killed", "a@example.com"), worker::killBusy);
    worker.limitTo(SHORT);
    var timedOut =
        lose(stage, packet.submitAsForm("Timed out", "b@example.com"), () -> hang(worker));
    worker.limitTo(worker.spec().timeout());
    return new Recovery(recovered(stage, killed), recovered(stage, timedOut), worker.answers());
  }

  /// What becomes of a worker in the middle of a step.
  interface Loss {
    void happens() throws Exception;
  }

  /// The worker is lost when it wants to store the result of `extract`, with `read` stored.
  private static String lose(Stage stage, String job, Loss loss) throws Exception {
    try (var held = stage.cloud().tap().hold(storing(job))) {
      held.awaitCall();
      loss.happens();
    }
    return job;
  }

  private static Predicate<SeenCall> storing(String job) {
    return call ->
        call.function().equals("Worker")
            && call.operation().equals("TransactWriteItems")
            && call.body().contains(job)
            && call.body().contains("CHECKPOINT#extract");
  }

  /// It gets nowhere any more, until Lambda's clock ends it.
  private static void hang(LambdaFunction worker) throws Exception {
    long before = timeouts(worker);
    worker.hangBusy();
    Patience.until("the worker's timeout", () -> timeouts(worker) > before);
  }

  private static long timeouts(LambdaFunction worker) {
    return worker.answers().stream().filter(Answer.TimedOut.class::isInstance).count();
  }

  private static JsonPath recovered(Stage stage, String job) throws Exception {
    Patience.until(
        "the recovery of " + job,
        () -> {
          if (!underWay(stage.submitter().gets("/jobs/" + job))) return true;
          stage.cloud().tick();
          stage.submitter().asks().header("Prefer", "wait=5").get("/jobs/" + job);
          return false;
        });
    return stage.submitter().gets("/jobs/" + job);
  }

  private static boolean underWay(JsonPath job) {
    return List.of("queued", "running").contains(job.getString("status"));
  }
}
