package dev.countersign.packet.bid;

import static dev.countersign.workflow.WorkflowSteps.Step.step;

import dev.countersign.job.WorkflowRef;
import dev.countersign.packet.bid.align.AlignBids;
import dev.countersign.packet.bid.check.CheckBids;
import dev.countersign.packet.bid.check.Packet;
import dev.countersign.packet.bid.check.RankBids;
import dev.countersign.packet.bid.extract.ExtractBid;
import dev.countersign.packet.bid.present.DrawPacket;
import dev.countersign.packet.bid.scope.ReadScope;
import dev.countersign.source.Document;
import dev.countersign.workflow.BidComparison;
import dev.countersign.workflow.StepContext;
import dev.countersign.workflow.StepResult;
import dev.countersign.workflow.StepResult.Done;
import dev.countersign.workflow.WorkflowSteps;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The steps of the workflow `bid-comparison`, version 1: by rule, and where there is a model by
/// both.
@ApplicationScoped
public class BidComparisonSteps implements WorkflowSteps {
  private final ReadUploads readUploads = new ReadUploads();
  private final DrawPacket draw;
  private final ProposeDelivery delivery;

  BidComparisonSteps(DrawPacket draw, ProposeDelivery delivery) {
    this.draw = draw;
    this.delivery = delivery;
  }

  /// What was read of scope and bids.
  ///
  /// @param reading null where no model was asked
  @RegisterForReflection
  record Extracted(@Nullable ScopeOfWork scope, List<Bid> bids, @Nullable SecondReading reading) {}

  /// What an estimator would stop at, and who is lowest.
  @RegisterForReflection
  record Checked(List<Flag> flags, Comparison.Standings standings) {}

  @Override
  public WorkflowRef workflow() {
    return new WorkflowRef(BidComparison.NAME, 1);
  }

  @Override
  public List<Step> steps() {
    return List.of(
        step("read", readUploads),
        step("extract", BidComparisonSteps::extract),
        step("align", BidComparisonSteps::align),
        step("check", BidComparisonSteps::check),
        step("draft", this::draft),
        step("verify", this::verify),
        step("review", delivery));
  }

  private static StepResult extract(StepContext context) {
    var uploads = context.result("read", Uploads.class);
    uploads.refuseWithoutBids();
    var scope = uploads.scope().filter(Document::readable).map(new ReadScope()::read).orElse(null);
    var bids = context.each(uploads.bids(), Document::id, Bid.class, new ExtractBid()::extract);
    return Done.with(
        context.models().configured()
            ? SecondOpinion.read(context, scope, bids, uploads.bids())
            : new Extracted(scope, bids, null));
  }

  private static StepResult align(StepContext context) {
    var extracted = context.result("extract", Extracted.class);
    var alignment = new AlignBids().align(extracted.scope(), extracted.bids());
    return Done.with(
        context.models().configured()
            ? SecondOpinion.placed(context, extracted, alignment)
            : Aligned.of(alignment, null));
  }

  private static StepResult check(StepContext context) {
    var extracted = context.result("extract", Extracted.class);
    var packet =
        new Packet(
            extracted.scope(),
            extracted.bids(),
            context.result("align", Aligned.class).alignment(),
            context.result("read", Uploads.class).documents());
    return Done.with(new Checked(new CheckBids().check(packet), new RankBids().rank(packet)));
  }

  /// A request for changes comes back here. By rule, the figures are what the documents say, so a
  /// new draft carries the reviewer's words where they are read first and changes no figure.
  private StepResult draft(StepContext context) {
    var extracted = context.result("extract", Extracted.class);
    var checked = context.result("check", Checked.class);
    var comparison =
        new Comparison(
            1,
            context.title(),
            context.revision(),
            context.reviewerComment().orElse(null),
            extracted.scope(),
            extracted.bids(),
            context.result("align", Aligned.class).alignment(),
            checked.flags(),
            context.result("read", Uploads.class).inputs(),
            checked.standings());
    var told = SecondOpinion.told(context, comparison);
    return new Done(told, draw.draw(told), List.of());
  }

  /// Every citation is looked up again in the stored text of its page; what is not found there is
  /// said at the top of the packet, drawn anew.
  private StepResult verify(StepContext context) {
    var comparison = context.result("draft", Comparison.class);
    var verified =
        FindQuotesAgain.in(context.result("read", Uploads.class).documents()).all(comparison);
    if (verified.unsupported().isEmpty()) return Done.with(verified);
    return new Done(verified, draw.draw(verified.marked(comparison)), List.of());
  }
}
