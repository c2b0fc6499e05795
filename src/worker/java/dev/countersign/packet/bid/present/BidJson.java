package dev.countersign.packet.bid.present;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.countersign.packet.bid.Bid;
import dev.countersign.packet.bid.Clause;
import dev.countersign.packet.bid.Comparison;
import dev.countersign.packet.bid.PricedLine;
import java.util.Locale;

/// One bid in `comparison.json`: its sums, terms and clauses with their places.
final class BidJson {
  private BidJson() {}

  static ObjectNode of(Bid bid) {
    ObjectNode node = Json.object().put("source", bid.source()).put("document", bid.document());
    node.set("bidder", Json.stated(bid.bidder(), bid.searched()));
    node.put("currency", bid.currency());
    node.set("date", Json.stated(bid.date(), bid.searched()));
    node.set("subtotal", Json.money(bid.subtotal(), bid.currency()));
    node.set("tax", Json.money(bid.tax(), bid.currency()));
    node.set("total", Json.money(bid.total(), bid.currency()));
    node.set("total_in_words", Json.money(bid.totalInWords(), bid.currency()));
    node.set("computed_subtotal", Json.money(bid.computedSubtotal(), bid.currency()));
    node.set("computed_total", Json.money(bid.computedTotal(), bid.currency()));
    node.set("terms", terms(bid));
    node.set("clauses", Json.array(bid.clauses(), BidJson::clause));
    return node.set("searched", Json.numbers(bid.searched()));
  }

  private static ObjectNode terms(Bid bid) {
    ObjectNode terms = Json.object();
    terms.set("validity", Json.stated(bid.validUntil(), bid.searched()));
    terms.set("schedule", Json.stated(bid.schedule(), bid.searched()));
    terms.set("lead_time", Json.stated(bid.leadTime(), bid.searched()));
    terms.set("bond", Json.stated(bid.bond(), bid.searched()));
    terms.set("addenda", Json.stated(bid.addenda(), bid.searched()));
    return terms.set("payment", Json.stated(bid.payment(), bid.searched()));
  }

  private static ObjectNode clause(Clause clause) {
    ObjectNode node = Json.object().put("kind", clause.kind().name().toLowerCase(Locale.ROOT));
    node.put("text", clause.text()).put("small_print", clause.smallPrint());
    return node.set("citation", Json.place(clause.citation()));
  }

  /// A priced line as `items` has it: the amount a number, the place flat beside it.
  static ObjectNode line(PricedLine line) {
    ObjectNode node = Json.object().put("number", line.number()).put("ref", line.ref());
    node.put("description", line.description());
    node.put("quantity", Json.plain(line.quantity())).put("unit", line.unit());
    node.put("unit_price", Json.plain(line.unitPrice())).put("amount", line.amount());
    node.put("kind", line.kind().name().toLowerCase(Locale.ROOT));
    if (line.label() != null) node.put("label", line.label());
    return node.put("page", line.citation().page()).put("quote", line.citation().quote());
  }

  static Bid in(Comparison comparison, String source) {
    return comparison.bids().stream()
        .filter(bid -> bid.source().equals(source))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException("the matrix names a bid that is not there: " + source));
  }
}
