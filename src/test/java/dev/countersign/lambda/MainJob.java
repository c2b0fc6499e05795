package dev.countersign.lambda;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A job from upload to delivery, through the functions; it is erased in the end.
///
/// @param atTheGate the job when it stopped for a signature
/// @param afterLooking the job after a mail scanner and the reviewer had opened the link
/// @param calls what models were asked for it
/// @param end the job when it was over
/// @param request the mail that asked for the decision
/// @param delivered what the client got
/// @param artifact the comparison, from under the address that the API gave
record MainJob(
    String id,
    JsonPath atTheGate,
    JsonPath afterLooking,
    JsonPath calls,
    JsonPath end,
    MailText request,
    List<MailText> delivered,
    String artifact) {
  private static final String TITLE = "Kitchen bids of the main job";
  private static final String CLIENT = "client-of-the-main-job@example.com";

  static MainJob happens(Stage stage) throws Exception {
    var submitter = stage.submitter();
    var id = new Packet(submitter).submitUploads(TITLE, CLIENT);
    var atTheGate = submitter.awaits(id, "needs_review", "failed");
    var request = request(stage);
    var link = stage.cloud().reached(request.reviewLink().orElseThrow()).getPath();
    for (int look = 0; look < 2; look++)
      stage
          .nobody()
          .asks()
          .accept("text/html")
          .get(link)
          .then()
          .log()
          .ifValidationFails()
          .statusCode(200);
    stage.nobody().asks().head(link);
    var afterLooking = submitter.gets("/jobs/" + id);
    var artifact = artifact(stage, id);
    var calls = submitter.gets("/jobs/" + id + "/calls");
    stage
        .nobody()
        .asks()
        .contentType("application/json")
        .body(Map.of("decision", "approve"))
        .post(link)
        .then()
        .statusCode(200);
    var end = submitter.awaits(id, "completed", "failed");
    stage.operator().asks().post("/jobs/" + id + "/erase").then().statusCode(200);
    return new MainJob(
        id, atTheGate, afterLooking, calls, end, request, mailsTo(stage, CLIENT), artifact);
  }

  /// The reviewers are told after the job is at its gate.
  private static MailText request(Stage stage) throws Exception {
    Patience.until("the request for a decision", () -> !requests(stage).isEmpty());
    return requests(stage).getFirst();
  }

  private static List<MailText> requests(Stage stage) throws Exception {
    return mailsTo(stage, Stage.REVIEWER).stream()
        .filter(mail -> mail.text().contains(TITLE) && mail.reviewLink().isPresent())
        .toList();
  }

  private static List<MailText> mailsTo(Stage stage, String address) throws Exception {
    var mails = new ArrayList<MailText>();
    for (var mail : stage.cloud().ses().mails())
      if (mail.to().contains(address)) mails.add(MailText.of(mail));
    return mails;
  }

  private static String artifact(Stage stage, String id) {
    var link =
        stage
            .submitter()
            .asks()
            .get("/jobs/%s/artifacts/comparison.html".formatted(id))
            .then()
            .statusCode(303)
            .extract()
            .header("Location");
    return given().urlEncodingEnabled(false).get(link).then().statusCode(200).extract().asString();
  }
}
