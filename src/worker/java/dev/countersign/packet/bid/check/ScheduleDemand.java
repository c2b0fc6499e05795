package dev.countersign.packet.bid.check;

import static dev.countersign.packet.bid.Flag.Kind.REQUIREMENT_NOT_MET;

import dev.countersign.packet.bid.Bid;
import dev.countersign.packet.bid.ScopeOfWork.Requirement;
import dev.countersign.packet.bid.scope.StatedDates;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/// The time within which, or the date by which, the work has to be done.
final class ScheduleDemand implements Demand {
  private static final Pattern ASKED =
      Pattern.compile(
          "\\b(?:complet\\w+|finish\\w*|duration|construction (?:time|period)|contract time|time of (?:completion|performance)|work shall be done|perform the work)\\b",
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
      var unmet = compare(bid, sentence);
      if (unmet.isPresent()) return unmet;
    }
    return Optional.empty();
  }

  private static Optional<Unmet> compare(Bid bid, String asked) {
    var allowed = Spans.days(asked);
    var deadline =
        BY.matcher(asked).find() ? StatedDates.first(asked) : Optional.<LocalDate>empty();
    if (allowed.isEmpty() && deadline.isEmpty()) return Optional.empty();
    var schedule = bid.schedule();
    if (schedule == null) {
      return Optional.of(
          new Unmet(
              Finding.low(REQUIREMENT_NOT_MET).nowhere(),
              "states no schedule; the scope requires " + Say.quote(asked)));
    }
    var said = schedule.citation().quote() + " " + schedule.value();
    boolean late =
        deadline.isPresent()
            && StatedDates.first(said).filter(date -> date.isAfter(deadline.get())).isPresent();
    boolean longer =
        allowed.isPresent() && Spans.days(said).filter(days -> days > allowed.get()).isPresent();
    if (!late && !longer) return Optional.empty();
    var why =
        "plans "
            + Say.quote(schedule.citation().quote())
            + ", longer than the scope allows: "
            + Say.quote(asked);
    return Optional.of(new Unmet(Finding.high(REQUIREMENT_NOT_MET).at(schedule.citation()), why));
  }
}
