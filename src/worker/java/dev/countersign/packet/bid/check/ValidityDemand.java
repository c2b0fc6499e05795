package dev.countersign.packet.bid.check;

import static dev.countersign.packet.bid.Flag.Kind.REQUIREMENT_NOT_MET;

import dev.countersign.packet.bid.Bid;
import dev.countersign.packet.bid.ScopeOfWork.Requirement;
import dev.countersign.packet.bid.scope.BidsDue;
import dev.countersign.packet.bid.scope.StatedDates;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/// How long offers have to stand. An offer that ends before the award has a flag of its own.
final class ValidityDemand implements Demand {
  private static final Pattern ASKED =
      Pattern.compile(
          "\\b(?:valid\\w*|stay open|remain (?:open|firm|in effect)|held? (?:firm|open|good)|irrevocable|open for acceptance|good for)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern WARRANTY =
      Pattern.compile("\\bwarrant|\\bpermit|\\blicen[sc]e", Pattern.CASE_INSENSITIVE);

  @Override
  public Optional<Unmet> unmet(Packet packet, Bid bid, Requirement requirement) {
    var text = requirement.text();
    if (!ASKED.matcher(text).find() || WARRANTY.matcher(text).find()) return Optional.empty();
    var until = bid.validUntil();
    if (until == null && saysHowLong(packet, bid)) return Optional.empty();
    if (until == null) {
      return Optional.of(
          new Unmet(
              Finding.medium(REQUIREMENT_NOT_MET).nowhere(),
              "does not say how long its price stands; searched " + Say.pages(bid.searched())));
    }
    var required = required(packet, bid, text);
    boolean tooShort =
        required.isPresent()
            && until.value().isBefore(required.get())
            && !endsBeforeAward(packet, until.value());
    if (!tooShort) return Optional.empty();
    var why =
        "holds its price until "
            + Say.date(until.value())
            + "; the scope requires it to stand until "
            + Say.date(required.get());
    return Optional.of(new Unmet(Finding.high(REQUIREMENT_NOT_MET).at(until.citation()), why));
  }

  /// A validity that is stated and could not be turned into a date.
  private static boolean saysHowLong(Packet packet, Bid bid) {
    return Sentences.of(packet, bid).stream()
        .filter(sentence ->
            ASKED.matcher(sentence.text()).find() && !WARRANTY.matcher(sentence.text()).find())
        .anyMatch(sentence ->
            Spans.days(sentence.text()).isPresent() || !StatedDates.in(sentence.text()).isEmpty());
  }

  private static boolean endsBeforeAward(Packet packet, LocalDate until) {
    var scope = packet.scope();
    return scope != null && scope.awardDate() != null && until.isBefore(scope.awardDate().value());
  }

  /// So many days from the date that the sentence names, else from the bid's date.
  private static Optional<LocalDate> required(Packet packet, Bid bid, String text) {
    for (String sentence : text.split("(?<=[.;])\\s+", -1)) {
      var days = Spans.days(sentence);
      if (!ASKED.matcher(sentence).find() || days.isEmpty()) continue;
      var from = due(packet).or(() -> Optional.ofNullable(bid.date()).map(date -> date.value()));
      if (from.isPresent()) return from.map(date -> date.plusDays(days.get()));
    }
    return Optional.empty();
  }

  private static Optional<LocalDate> due(Packet packet) {
    return Optional.ofNullable(packet.scope()).flatMap(BidsDue::of);
  }
}
