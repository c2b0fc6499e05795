package dev.countersign.packet.bid.check;

import dev.countersign.packet.bid.Bid;
import dev.countersign.packet.bid.Citation;
import dev.countersign.packet.bid.Flag;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A flag in the making: `Finding.high(kind).in(bid).on("S12").at(citation).say("...")`.
final class Finding {
  private final Flag.Kind kind;
  private final Flag.Severity severity;
  private @Nullable Bid bid;
  private @Nullable String scopeId;
  private @Nullable String alternate;
  private @Nullable BigDecimal effect;
  private @Nullable Citation citation;
  private boolean absent;

  private Finding(Flag.Kind kind, Flag.Severity severity) {
    this.kind = kind;
    this.severity = severity;
  }

  static Finding of(Flag.Kind kind, Flag.Severity severity) {
    return new Finding(kind, severity);
  }

  static Finding high(Flag.Kind kind) {
    return of(kind, Flag.Severity.HIGH);
  }

  static Finding medium(Flag.Kind kind) {
    return of(kind, Flag.Severity.MEDIUM);
  }

  static Finding low(Flag.Kind kind) {
    return of(kind, Flag.Severity.LOW);
  }

  Finding in(Bid about) {
    bid = about;
    return this;
  }

  Finding on(@Nullable String itemId) {
    scopeId = itemId;
    return this;
  }

  Finding alternate(String label) {
    alternate = label;
    return this;
  }

  Finding worth(@Nullable BigDecimal amount) {
    effect = amount;
    return this;
  }

  Finding at(@Nullable Citation place) {
    citation = place;
    return this;
  }

  /// Nothing is there to be cited: the pages that were searched are named instead.
  Finding nowhere() {
    absent = true;
    return this;
  }

  Flag say(String sentence) {
    var source = bid == null ? null : bid.source();
    List<Integer> searched = absent && bid != null ? bid.searched() : List.of();
    return new Flag(
        kind, severity, source, scopeId, alternate, sentence, effect, citation, searched);
  }
}
