package dev.countersign.packet.bid.check;

import static dev.countersign.packet.bid.Flag.Kind.EXPIRED_VALIDITY;

import dev.countersign.packet.bid.Bid;
import dev.countersign.packet.bid.Flag;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/// Offers that end before the date of award that the scope names. The clock does not matter.
final class ExpiredValidity implements Check {
  @Override
  public List<Flag> flags(Packet packet) {
    if (packet.scope() == null || packet.scope().awardDate() == null) return List.of();
    var award = packet.scope().awardDate().value();
    return packet.bids().stream().flatMap(bid -> check(bid, award)).toList();
  }

  private static Stream<Flag> check(Bid bid, LocalDate award) {
    var until = bid.validUntil();
    if (until == null || !until.value().isBefore(award)) return Stream.empty();
    var sentence =
        "The offer of %s ends on %s, %s before the planned award on %s."
            .formatted(
                Say.name(bid),
                Say.date(until.value()),
                Say.days(ChronoUnit.DAYS.between(until.value(), award)),
                Say.date(award));
    return Stream.of(Finding.high(EXPIRED_VALIDITY).in(bid).at(until.citation()).say(sentence));
  }
}
