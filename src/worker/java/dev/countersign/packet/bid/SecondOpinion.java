package dev.countersign.packet.bid;

import dev.countersign.packet.bid.BidComparisonSteps.Extracted;
import dev.countersign.packet.bid.SecondReading.Missed;
import dev.countersign.packet.bid.SecondReading.What;
import dev.countersign.packet.bid.align.AlignBids;
import dev.countersign.packet.bid.align.Placement;
import dev.countersign.packet.bid.ask.PlaceTwice;
import dev.countersign.packet.bid.ask.ReadTwice;
import dev.countersign.packet.bid.ask.TwicePlaced;
import dev.countersign.packet.bid.ask.TwiceRead;
import dev.countersign.packet.bid.present.BidNames;
import dev.countersign.packet.bid.tell.Summarize;
import dev.countersign.source.Document;
import dev.countersign.workflow.StepContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a model adds to each step, bid by bid, each part stored as it is done. Whatever a model
/// does or does not do, there is a comparison.
final class SecondOpinion {
  /// Tells a part of the model from the rules' part about the same bid.
  private static final String BY_MODEL = "model-";

  private SecondOpinion() {}

  static Extracted read(
      StepContext context, @Nullable ScopeOfWork scope, List<Bid> bids, List<Document> documents) {
    var models = context.models();
    var twice =
        context.each(
            bids,
            bid -> BY_MODEL + bid.source(),
            TwiceRead.class,
            bid -> ReadTwice.of(bid, document(documents, bid), models, context.startedAt()));
    var flags = twice.stream().flatMap(one -> one.flags().stream()).toList();
    var missed = new ArrayList<Missed>();
    for (var one : twice)
      if (one.fault() != null) missed.add(new Missed(What.PRICES, one.bid().source(), one.fault()));
    return new Extracted(
        scope, twice.stream().map(TwiceRead::bid).toList(), new SecondReading(flags, missed));
  }

  static Aligned placed(StepContext context, Extracted extracted, Alignment byRule) {
    var models = context.models();
    var twice =
        context.each(
            extracted.bids(),
            bid -> BY_MODEL + bid.source(),
            TwicePlaced.class,
            bid -> PlaceTwice.of(bid, byRule, models, context.startedAt()));
    var flags = new ArrayList<Flag>();
    var moved = new ArrayList<Placement>();
    var missed = new ArrayList<Missed>();
    for (int i = 0; i < twice.size(); i++) {
      var one = twice.get(i);
      flags.addAll(one.flags());
      moved.addAll(one.moved());
      if (one.fault() != null)
        missed.add(new Missed(What.PLACES, extracted.bids().get(i).source(), one.fault()));
    }
    var alignment =
        moved.isEmpty()
            ? byRule
            : new AlignBids().align(extracted.scope(), extracted.bids(), moved);
    return Aligned.of(alignment, new SecondReading(flags, missed));
  }

  /// The comparison with what the model had to say of it, as far as it had.
  static Comparison told(StepContext context, Comparison comparison) {
    var read = SecondReading.stored(context.result("extract", Extracted.class).reading());
    var placed = SecondReading.stored(context.result("align", Aligned.class).reading());
    var missed = new ArrayList<>(read.missed());
    missed.addAll(placed.missed());
    var flags = new ArrayList<>(comparison.flags());
    flags.addAll(read.flags());
    flags.addAll(placed.flags());
    if (!context.models().configured()) return told(comparison, null, flags, missed);
    var summary =
        Summarize.of(told(comparison, null, flags, missed), context.models(), context.startedAt());
    if (summary.fault() != null) missed.add(new Missed(What.SUMMARY, null, summary.fault()));
    return told(comparison, summary.narrative(), flags, missed);
  }

  private static Comparison told(
      Comparison comparison, @Nullable Narrative narrative, List<Flag> flags, List<Missed> missed) {
    var all = new ArrayList<>(flags);
    all.addAll(ByRuleAlone.flags(missed, new BidNames(comparison)));
    all.sort(Comparator.comparing(Flag::severity));
    return comparison.told(narrative, all);
  }

  private static Document document(List<Document> documents, Bid bid) {
    return documents.stream()
        .filter(document -> document.id().equals(bid.source()))
        .findFirst()
        .orElseThrow();
  }
}
