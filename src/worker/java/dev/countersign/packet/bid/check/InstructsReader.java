package dev.countersign.packet.bid.check;

import static dev.countersign.packet.bid.Flag.Kind.INSTRUCTS_READER;

import dev.countersign.packet.bid.Bid;
import dev.countersign.packet.bid.Citation;
import dev.countersign.packet.bid.Clause;
import dev.countersign.packet.bid.Flag;
import dev.countersign.source.Document;
import dev.countersign.source.FindInstructions;
import dev.countersign.source.Instruction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Text that tries to tell a reader, above all a machine, what to do. It is shown and never obeyed.
final class InstructsReader implements Check {
  @Override
  public List<Flag> flags(Packet packet) {
    var flags = new ArrayList<Flag>();
    for (Bid bid : packet.bids())
      inBid(packet, bid).map(citation -> flag(bid, citation)).ifPresent(flags::add);
    for (Document document : packet.documents()) {
      if (packet.bids().stream().anyMatch(bid -> bid.source().equals(document.id()))) continue;
      inText(document).map(InstructsReader::flag).ifPresent(flags::add);
    }
    return flags;
  }

  /// What nobody sees first, then what the extraction took for it, then what stands on the pages.
  private static Optional<Citation> inBid(Packet packet, Bid bid) {
    var found =
        packet.document(bid).stream()
            .flatMap(document -> FindInstructions.in(document).stream())
            .toList();
    var hidden = found.stream().filter(Instruction::hidden).map(InstructsReader::citation);
    var clauses = bid.clauses().stream().filter(InstructsReader::instructs).map(Clause::citation);
    var seen = found.stream().map(InstructsReader::citation);
    return Stream.of(hidden, clauses, seen).flatMap(all -> all).findFirst();
  }

  private static boolean instructs(Clause clause) {
    return clause.kind() == Clause.Kind.INSTRUCTS_READER || FindInstructions.tells(clause.text());
  }

  private static Optional<Citation> inText(Document document) {
    return FindInstructions.in(document).stream().findFirst().map(InstructsReader::citation);
  }

  private static Citation citation(Instruction found) {
    return new Citation(found.source(), found.document(), found.page(), found.quote());
  }

  private static Flag flag(Bid bid, Citation citation) {
    var words =
        "Page %d of the bid of %s holds text that tries to instruct its reader: %s; it changed nothing here."
            .formatted(citation.page(), Say.name(bid), Say.quote(citation.quote()));
    return Finding.high(INSTRUCTS_READER).in(bid).at(citation).say(words);
  }

  private static Flag flag(Citation citation) {
    return Finding.high(INSTRUCTS_READER)
        .at(citation)
        .say(
            "Page %d of %s holds text that tries to instruct its reader: %s; it changed nothing here."
                .formatted(citation.page(), citation.document(), Say.quote(citation.quote())));
  }
}
