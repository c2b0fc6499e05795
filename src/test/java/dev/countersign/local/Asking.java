package dev.countersign.local;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.countersign.AsInTheCloud;
import dev.countersign.model.openai.Play;
import dev.countersign.model.openai.ScriptedOpenAi;
import dev.countersign.worker.WorkerLambda;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.InstantSource;
import software.amazon.awssdk.services.sqs.SqsClient;

/// A scripted provider and workers, as long as one test asks.
record Asking(ScriptedOpenAi model, QueuePoller.Running workers) implements AutoCloseable {
  private static final String OFFER = "Total 20,600.00\nThe price is firm for 60 days.\n";

  static final Play FIRM = said("It is firm for 60 days.", "firm for 60 days");

  static Asking with(SqsClient sqs, WorkerLambda worker) {
    var model =
        ScriptedOpenAi.at(
            AsInTheCloud.modelPort(), InstantSource.system(), Duration.ZERO, _ -> FIRM);
    return new Asking(
        model, new QueuePoller(sqs, AsInTheCloud.queue(), worker).start("answering", 1));
  }

  static Play said(String sentence, String quote) {
    return Play.says(
        """
        {"stated":true,"sentences":[{"sentence":"%s","quotes":[{"source":"S1","page":1,"quote":"%s"}]}]}
        """
            .formatted(sentence, quote));
  }

  static Response ask(int wait) {
    return given()
        .auth()
        .preemptive()
        .basic("submitter", "submitter")
        .header("Prefer", "wait=" + wait)
        .multiPart("workflow", "quick-answer")
        .multiPart("title", "Firm price")
        .multiPart("question", "How long is the price firm?")
        .multiPart("files", "offer.txt", OFFER.getBytes(UTF_8), "text/plain")
        .post("/jobs");
  }

  static Response look(String id, int wait) {
    return given()
        .auth()
        .preemptive()
        .basic("submitter", "submitter")
        .header("Prefer", "wait=" + wait)
        .get("/jobs/" + id);
  }

  @Override
  public void close() {
    model.close();
    try {
      workers.stop(Duration.ofSeconds(10));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
