package dev.countersign.packet.bid.check;

import dev.countersign.packet.bid.Citation;
import dev.countersign.packet.bid.Clause;

/// Something a bid says, with its place.
///
/// @param kind what the extraction took it for
record Sentence(String text, Clause.Kind kind, boolean smallPrint, Citation citation) {

  /// The same words, taken for what a clause was taken for.
  Sentence as(Clause clause) {
    return new Sentence(text, kind, clause.smallPrint(), citation);
  }

  static Sentence of(Clause clause) {
    return new Sentence(clause.text(), clause.kind(), clause.smallPrint(), clause.citation());
  }
}
