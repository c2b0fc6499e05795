package dev.countersign.packet.bid.present;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the templates show, in words and in order: nothing in it needs another decision.
///
/// @param about "4 bids against scope.csv, 16 items"
/// @param comment what the reviewer asked to change; empty at first
/// @param unread what of the documents was not read
/// @param caution what to settle with the lowest first; may be empty
/// @param reasons why the three rankings differ, a sentence each
/// @param columns the bidders, in the order of every row's cells
/// @param instructions text of documents that is addressed to whoever reads them
/// @param narrative a model's summary; null when there is none
@RegisterForReflection
public record PacketView(
    String title,
    String about,
    int revision,
    String comment,
    String headline,
    String caution,
    List<String> reasons,
    List<Unread> unread,
    List<Total> totals,
    List<FlagGroup> flagGroups,
    String flagSummary,
    List<Column> columns,
    List<Section> sections,
    List<Row> terms,
    List<BidClauses> clauses,
    List<Said> instructions,
    List<Paper> papers,
    @Nullable NarrativeView narrative) {

  /// Something that was not read.
  @RegisterForReflection
  public record Unread(String document, String where, String reason) {}

  /// One bidder's totals.
  @RegisterForReflection
  public record Total(String bidder, String document, List<Bar> bars) {}

  /// One total: `share` is its part of the highest, in per cent; empty amount when there is none.
  @RegisterForReflection
  public record Bar(String name, String key, String amount, String share, boolean low) {}

  @RegisterForReflection
  public record FlagGroup(String severity, String name, List<FlagCard> flags) {}

  /// @param absent "searched pages 1–2" where the flag is about something that is not there
  @RegisterForReflection
  public record FlagCard(
      String kind,
      String bidder,
      String item,
      String sentence,
      String effect,
      List<Cite> cites,
      String absent) {}

  @RegisterForReflection
  public record Cite(String document, int page, String quote) {}

  @RegisterForReflection
  public record Column(String bidder, String document) {}

  /// A part of the comparison table under a heading; `key` names it for the style sheet.
  @RegisterForReflection
  public record Section(String key, String name, List<Row> rows) {}

  @RegisterForReflection
  public record Row(String id, String what, String asked, List<Cell> cells) {}

  /// @param key how it is shown: `priced`, `absent`, `excluded`, `shared`, `none`
  /// @param pages "p. 1" or "pp. 1–2" of its citations
  @RegisterForReflection
  public record Cell(
      String bidder,
      String key,
      String main,
      String detail,
      String pages,
      List<Cite> cites,
      String absent) {}

  @RegisterForReflection
  public record BidClauses(
      String bidder, String document, List<ClauseGroup> groups, String absent) {}

  @RegisterForReflection
  public record ClauseGroup(String name, List<Said> clauses) {}

  @RegisterForReflection
  public record Said(String text, boolean smallPrint, Cite cite) {}

  @RegisterForReflection
  public record Paper(
      String document, String role, String why, String pages, String sha256, List<Unread> gaps) {}
}
