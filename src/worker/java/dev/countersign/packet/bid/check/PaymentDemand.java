package dev.countersign.packet.bid.check;

import static dev.countersign.packet.bid.Flag.Kind.REQUIREMENT_NOT_MET;

import dev.countersign.packet.bid.Bid;
import dev.countersign.packet.bid.ScopeOfWork.Requirement;
import java.util.Optional;
import java.util.regex.Pattern;

/// Terms of payment that the scope sets: no money in advance, days to pay.
final class PaymentDemand implements Demand {
  private static final Pattern NO_ADVANCE =
      Pattern.compile(
          "\\bno (?:deposits?|advance payments?|down payments?|prepayments?|payment in advance)\\b|\\b(?:deposits?|advance payments?|down payments?)\\b[^.;]{0,30}\\bnot\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern ADVANCE =
      Pattern.compile(
          "\\bdeposit\\b|\\badvance\\b|\\bdown payment\\b|\\bdown\\b|\\bat (?:signing|start|order|award)\\b|\\bupon (?:signing|award|acceptance)\\b|\\bup ?front\\b|\\bprepa(?:id|yment)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern NET =
      Pattern.compile("\\bnet (\\d{1,3})\\b", Pattern.CASE_INSENSITIVE);

  @Override
  public Optional<Unmet> unmet(Packet packet, Bid bid, Requirement requirement) {
    var payment = bid.payment();
    if (payment == null) return Optional.empty();
    var said = payment.citation().quote() + " " + payment.value();
    boolean advance = NO_ADVANCE.matcher(requirement.text()).find() && ADVANCE.matcher(said).find();
    if (!advance && !sooner(said, requirement.text())) return Optional.empty();
    var finding = advance ? Finding.high(REQUIREMENT_NOT_MET) : Finding.medium(REQUIREMENT_NOT_MET);
    var why =
        "asks to be paid otherwise than the scope allows: " + Say.quote(payment.citation().quote());
    return Optional.of(new Unmet(finding.at(payment.citation()), why));
  }

  private static boolean sooner(String said, String asked) {
    var theirs = NET.matcher(said);
    var ours = NET.matcher(asked);
    return theirs.find()
        && ours.find()
        && Integer.parseInt(theirs.group(1)) < Integer.parseInt(ours.group(1));
  }
}
