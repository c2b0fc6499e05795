package dev.countersign.packet.bid.check;

import static dev.countersign.packet.bid.Flag.Kind.REQUIREMENT_NOT_MET;

import dev.countersign.packet.bid.Bid;
import dev.countersign.packet.bid.Clause;
import dev.countersign.packet.bid.ScopeOfWork.Requirement;
import dev.countersign.packet.bid.scope.StatedDates;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The time within which, or the date by which, the work has to be done.
final class ScheduleDemand implements Demand {
  private static final Pattern ASKED =
      Pattern.compile(
          "\\b(?:complet\\w+|finish\\w*|duration|construction (?:time|period)|contract time|time of (?:completion|performance)|work shall be done|perform the work|running|operational|in service|in operation|ready|done|handed over|hand over|turned over|occupancy|open to|delivered|installed)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern OF_THE_OFFER =
      Pattern.compile(
          "\\b(?:valid|bids? (?:due|received|opened)|hold|remain open|award)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern BY =
      Pattern.compile(
          "\\b(?:by|before|no later than|not later than|on or before)\\b",
          Pattern.CASE_INSENSITIVE);

  @Override
  public Optional<Unmet> unmet(Packet packet, Bid bid, Requirement requirement) {
    for (String sentence : requirement.text().split("(?<=[.;])\\s+", -1)) {
      if (!ASKED.matcher(sentence).find() || OF_THE_OFFER.matcher(sentence).find()) continue;
      var unmet = compare(packet, bid, sentence);
      if (unmet.isPresent()) return unmet;
    }
    return Optional.empty();
  }

  private static Optional<Unmet> compare(Packet packet, Bid bid, String asked) {
    var allowed = Spans.days(asked);
    var deadline =
        BY.matcher(asked).find() ? StatedDates.first(asked) : Optional.<LocalDate>empty();
    if (allowed.isEmpty() && deadline.isEmpty()) return Optional.empty();
    var said = said(packet, bid);
    var late =
        said.stream()
            .filter(
                sentence -> isLate(sentence.text(), deadline) || isLonger(sentence.text(), allowed))
            .findFirst();
    if (late.isPresent()) {
      var why =
          "plans %s; the scope allows no more than %s"
              .formatted(Say.quote(late.get().text()), Say.quote(asked));
      return Optional.of(
          new Unmet(Finding.high(REQUIREMENT_NOT_MET).at(late.get().citation()), why));
    }
    if (!said.isEmpty()) return Optional.empty();
    var why = "states no schedule; the scope requires " + Say.quote(asked);
    return Optional.of(new Unmet(Finding.low(REQUIREMENT_NOT_MET).nowhere(), why));
  }

  private static boolean isLate(String said, Optional<LocalDate> deadline) {
    return deadline.isPresent()
        && StatedDates.in(said).stream().anyMatch(found -> found.date().isAfter(deadline.get()));
  }

  private static boolean isLonger(String said, Optional<Integer> allowed) {
    return allowed.isPresent() && Spans.days(said).filter(days -> days > allowed.get()).isPresent();
  }

  /// What was taken for its schedule, else what speaks of being done by a date.
  private static List<Sentence> said(Packet packet, Bid bid) {
    if (bid.schedule() != null) {
      var citation = bid.schedule().citation();
      return List.of(new Sentence(citation.quote(), Clause.Kind.OTHER, false, citation));
    }
    return Sentences.of(packet, bid).stream()
        .filter(sentence ->
            ASKED.matcher(sentence.text()).find() && !OF_THE_OFFER.matcher(sentence.text()).find())
        .filter(sentence -> StatedDates.first(sentence.text()).isPresent())
        .toList();
  }
}
