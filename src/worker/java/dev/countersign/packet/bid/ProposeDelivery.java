package dev.countersign.packet.bid;

import dev.countersign.effect.Email;
import dev.countersign.effect.RenderEmail;
import dev.countersign.workflow.Artifact;
import dev.countersign.workflow.BidComparison;
import dev.countersign.workflow.StepCode;
import dev.countersign.workflow.StepContext;
import dev.countersign.workflow.StepResult;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/// Proposes one e-mail with the comparison attached. It goes to whom the submitter named, else to
/// the submitter; no document has a say in that.
@ApplicationScoped
class ProposeDelivery implements StepCode {
  private final RenderEmail render;

  ProposeDelivery(RenderEmail render) {
    this.render = render;
  }

  @Override
  public StepResult run(StepContext context) {
    var to = context.inputs().getOrDefault(BidComparison.DELIVER_TO, "");
    var target = to.isBlank() ? context.owner() : to.strip();
    var comparison = context.result("draft", Comparison.class);
    var email =
        new Email(
            target,
            "Bid comparison: " + context.title(),
            DeliveryText.of(comparison),
            null,
            attachments(context),
            new Email.Stamp(context.job() + ".r" + context.revision(), context.startedAt()));
    return new StepResult.Propose(
        summary(context.title(), comparison, target),
        "comparison.html",
        List.of(render.action(email)));
  }

  /// Not the page: it is the reviewer's, and may carry what the reviewer asked to be changed.
  private static List<Artifact> attachments(StepContext context) {
    return Stream.of("comparison.pdf", "comparison.xlsx").map(context::artifact).toList();
  }

  /// Nothing from a document: it also stands in a notification.
  private static String summary(String title, Comparison comparison, String target) {
    int bids = comparison.bids().size();
    return "Send the comparison of %d %s, \"%s\", by e-mail to %s"
        .formatted(bids, bids == 1 ? "bid" : "bids", title, target);
  }
}
