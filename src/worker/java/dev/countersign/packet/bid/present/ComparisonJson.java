package dev.countersign.packet.bid.present;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.countersign.packet.bid.Alignment;
import dev.countersign.packet.bid.Bid;
import dev.countersign.packet.bid.Citation;
import dev.countersign.packet.bid.Comparison;
import dev.countersign.packet.bid.Comparison.Ranking;
import dev.countersign.packet.bid.Flag;
import dev.countersign.packet.bid.PricedLine;
import dev.countersign.packet.bid.ScopeOfWork;
import dev.countersign.packet.bid.Stated;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// `comparison.json`: the whole comparison for programs, as `docs/comparison-schema.md` describes.
final class ComparisonJson {
  static final int SCHEMA = 1;

  private final Comparison comparison;
  private final BidNames names;

  private ComparisonJson(Comparison comparison) {
    this.comparison = comparison;
    this.names = new BidNames(comparison);
  }

  static byte[] of(Comparison comparison) {
    return Json.bytes(new ComparisonJson(comparison).root());
  }

  private ObjectNode root() {
    ObjectNode root = Json.object();
    root.put("schema", SCHEMA).put("kind", "bid-comparison").put("title", comparison.title());
    root.put("revision", comparison.revision());
    root.put("reviewer_comment", comparison.reviewerComment());
    root.put("summary", Headline.of(comparison));
    if (comparison.narrative() != null)
      root.set("narrative", NarrativeJson.of(comparison.narrative()));
    root.set("standings", standings());
    root.set("items", Json.array(comparison.bids().stream().flatMap(this::items).toList(), n -> n));
    root.set("totals", totals());
    root.set("flags", Json.array(comparison.flags(), this::flag));
    root.set("scope", comparison.scope() == null ? null : scope(comparison.scope()));
    root.set("bids", Json.array(comparison.bids(), bid -> BidJson.of(bid)));
    root.set("matrix", Json.array(comparison.alignment().rows(), this::row));
    root.set("outside_scope", Json.array(comparison.alignment().unplaced(), this::unplaced));
    root.set("inputs", Json.array(comparison.inputs(), ComparisonJson::input));
    return root;
  }

  private Stream<ObjectNode> items(Bid bid) {
    return bid.lines().stream().map(line -> item(bid, line));
  }

  private ObjectNode item(Bid bid, PricedLine line) {
    ObjectNode item = BidJson.line(line).put("bid", names.file(bid.source()));
    item.put("bidder", bid.bidder().value()).put("currency", bid.currency());
    List<String> scopeIds =
        comparison.alignment().rows().stream()
            .filter(row -> row.cells().stream().anyMatch(cell -> holds(cell, bid, line)))
            .map(Alignment.Row::itemId)
            .toList();
    return item.set("scope_ids", Json.texts(scopeIds));
  }

  private static boolean holds(Alignment.Cell cell, Bid bid, PricedLine line) {
    return cell.bid().equals(bid.source()) && cell.lines().contains(line.number());
  }

  private ObjectNode totals() {
    ObjectNode totals = Json.object();
    for (Bid bid : comparison.bids()) {
      Stated<BigDecimal> total = bid.total();
      if (total == null) continue;
      ObjectNode node = totals.putObject(names.file(bid.source()));
      node.put("amount", total.value()).put("currency", bid.currency());
      node.put("page", total.citation().page()).put("quote", total.citation().quote());
    }
    return totals;
  }

  private ObjectNode flag(Flag flag) {
    ObjectNode node = Json.object();
    node.put("kind", flag.kind().wireName());
    node.put("severity", flag.severity().name().toLowerCase(Locale.ROOT));
    node.put("bid", names.file(flag.bid())).put("detail", flag.sentence());
    if (flag.scopeId() != null) node.put("scope_id", flag.scopeId());
    if (flag.alternate() != null) node.put("alternate", flag.alternate());
    if (flag.moneyEffect() != null) node.put("money_effect", flag.moneyEffect());
    Citation citation = flag.citation();
    if (citation != null && citation.source().equals(flag.bid())) {
      node.put("page", citation.page()).put("quote", citation.quote());
    }
    if (citation != null) node.set("citation", Json.place(citation));
    if (flag.also() != null) node.set("also", Json.place(flag.also()));
    return node.set("searched", Json.numbers(flag.searched()));
  }

  private ObjectNode standings() {
    ObjectNode node = Json.object();
    node.set("as_stated", ranking(comparison.standings().stated()));
    node.set("corrected", ranking(comparison.standings().corrected()));
    return node.set("leveled", ranking(comparison.standings().leveled()));
  }

  private ObjectNode ranking(Ranking ranking) {
    ObjectNode node = Json.object().put("low", names.file(ranking.low()));
    ObjectNode totals = node.putObject("totals");
    ObjectNode notes = node.putObject("notes");
    for (Bid bid : comparison.bids()) {
      String file = names.file(bid.source());
      BigDecimal total = ranking.totals().get(bid.source());
      if (total != null) totals.set(file, Json.money(total, bid.currency()));
      String note = ranking.notes().get(bid.source());
      if (note != null) notes.put(file, note);
    }
    return node;
  }

  private static ObjectNode scope(ScopeOfWork scope) {
    ObjectNode node = Json.object().put("source", scope.source()).put("document", scope.document());
    node.set("items", Json.array(scope.items(), ComparisonJson::scopeItem));
    node.set("requirements", Json.array(scope.requirements(), ComparisonJson::requirement));
    node.set("addenda_issued", Json.numbers(scope.addenda()));
    node.set("award_date", Json.stated(scope.awardDate(), scope.searched()));
    return node.set("searched", Json.numbers(scope.searched()));
  }

  private static ObjectNode scopeItem(ScopeOfWork.Item item) {
    ObjectNode node = Json.object().put("id", item.id()).put("csi", item.csi());
    node.put("description", item.description()).put("quantity", Json.plain(item.quantity()));
    node.put("unit", item.unit()).put("allowance", Json.plain(item.allowance()));
    return node.set("citation", Json.place(item.citation()));
  }

  private static ObjectNode requirement(ScopeOfWork.Requirement requirement) {
    ObjectNode node = Json.object().put("id", requirement.id()).put("text", requirement.text());
    return node.set("citation", Json.place(requirement.citation()));
  }

  private ObjectNode row(Alignment.Row row) {
    ObjectNode node =
        Json.object().put("scope_id", row.itemId()).put("description", row.description());
    return node.set("cells", Json.array(row.cells(), this::cell));
  }

  private ObjectNode cell(Alignment.Cell cell) {
    ObjectNode node = Json.object().put("bid", names.file(cell.bid()));
    node.put("standing", cell.standing().name().toLowerCase(Locale.ROOT));
    Bid bid = BidJson.in(comparison, cell.bid());
    List<PricedLine> lines =
        bid.lines().stream().filter(l -> cell.lines().contains(l.number())).toList();
    BigDecimal sum =
        lines.stream().map(PricedLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    node.set("amount", lines.isEmpty() ? null : Json.money(sum, bid.currency()));
    node.set("lines", Json.numbers(cell.lines()));
    List<PricedLine> grounds = lines.isEmpty() ? lumpSums(bid, cell) : lines;
    node.set("citations", Json.array(grounds, line -> Json.place(line.citation())));
    node.set("mentions", Json.array(cell.mentions(), Json::place));
    return node.set("searched", Json.numbers(bid.searched()));
  }

  /// An item in a lump sum is grounded by the lump sum.
  private static List<PricedLine> lumpSums(Bid bid, Alignment.Cell cell) {
    if (cell.standing() != Alignment.Standing.IN_LUMP_SUM) return List.of();
    return bid.baseLines().stream().filter(l -> l.kind() == PricedLine.Kind.LUMP_SUM).toList();
  }

  private ObjectNode unplaced(Alignment.Unplaced unplaced) {
    return Json.object().put("bid", names.file(unplaced.bid())).put("line", unplaced.line());
  }

  private static ObjectNode input(Comparison.Input input) {
    ObjectNode node = Json.object().put("source", input.source()).put("document", input.document());
    node.put("sha256", input.sha256()).put("media_type", input.mediaType());
    node.put("pages", input.pages()).put("role", input.role()).put("why", input.why());
    return node.set(
        "gaps",
        Json.array(
            input.gaps(),
            gap ->
                Json.object()
                    .put("kind", gap.kind())
                    .put("where", gap.where())
                    .put("reason", gap.reason())));
  }
}
