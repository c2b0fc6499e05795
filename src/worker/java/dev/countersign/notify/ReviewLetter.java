package dev.countersign.notify;

import dev.countersign.approval.ProposalDigest;
import dev.countersign.job.Amount;
import dev.countersign.job.Gate;
import dev.countersign.job.Job;
import dev.countersign.job.Risk;
import dev.countersign.notify.Letter.Fact;
import dev.countersign.notify.Letter.Points;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/// The letter that asks one person for one decision: what it would do, the money at stake, until
/// when, how risky it is and why, what silence means, and a code that is also on the page.
final class ReviewLetter {
  private static final int MOST_IN_TITLE = 110;
  private final NotifyConfig config;
  private final Times times;

  ReviewLetter(NotifyConfig config) {
    this.config = config;
    this.times = new Times(config.zone());
  }

  /// @param summary one sentence: verb, object, to whom
  /// @param person whom it is addressed to
  Letter of(Job job, Gate gate, String summary, Asking asking, String person, URI link) {
    boolean tells = config.details() == NotifyConfig.Details.SUMMARY;
    var what = tells ? Plain.line(summary) : "A decision is asked of you";
    return new Letter(
        asking.title() + title(gate, what, tells),
        asking.kicker(),
        asking.urgent() ? Letter.Tone.URGENT : Letter.Tone.ASKS,
        what,
        List.of(asking.because(gate)),
        facts(job, gate, tells),
        tells ? risk(gate.brief().risk()) : List.of(),
        "Look at it and decide",
        link,
        small(gate, person));
  }

  /// `Approve by Thu 17:00 UTC: send it to client@example.com (1,250.00 EUR) [7F3A-91C2]`
  String title(Gate gate, String what, boolean tells) {
    var by = times.brief(gate.expiresAt(), gate.proposedAt());
    var amounts = tells ? amounts(gate) : "";
    return "%s by %s: %s%s [%s]"
        .formatted(
            tells ? "Approve" : "Decide",
            by,
            Plain.shortened(Plain.inSentence(what), MOST_IN_TITLE),
            amounts.isEmpty() ? "" : " (" + amounts + ")",
            code(gate));
  }

  static String amounts(Gate gate) {
    var amounts = gate.brief().amounts().stream().map(Amount::words).toList();
    return amounts.size() > 3
        ? String.join(", ", amounts.subList(0, 3)) + " and more"
        : String.join(", ", amounts);
  }

  static String code(Gate gate) {
    return ProposalDigest.shortCode(gate.digest());
  }

  private List<Fact> facts(Job job, Gate gate, boolean tells) {
    var facts = new ArrayList<Fact>();
    facts.add(new Fact("Decide by", times.whole(gate.expiresAt()), true));
    if (tells) {
      var amounts = amounts(gate);
      if (!amounts.isEmpty()) facts.add(new Fact("Amount", amounts, true));
      facts.add(new Fact("Risk", Plain.sentenceStart(gate.brief().risk().level().wireName())));
      facts.add(new Fact("Job", Plain.line(job.title())));
      facts.add(new Fact("Asked by", job.owner()));
    }
    if (gate.terms().quorum() > 1)
      facts.add(
          new Fact(
              "Approvals",
              "%d of %d so far".formatted(gate.tally().votes().size(), gate.terms().quorum())));
    facts.add(new Fact("Code", code(gate), true));
    return facts;
  }

  private static List<Points> risk(Risk risk) {
    return risk.reasons().isEmpty()
        ? List.of()
        : List.of(
            new Points(
                "Why the risk is " + risk.level().wireName(),
                risk.reasons().stream().map(Plain::line).toList()));
  }

  private static List<String> small(Gate gate, String person) {
    var small = new ArrayList<String>();
    small.add("If nobody decides in time, nothing happens. Silence is never a yes.");
    if (gate.needsSignIn()) small.add("Approving this takes a sign-in besides the link.");
    small.add(
        "The page must show the code %s. If it shows another, decide nothing and tell your operator."
            .formatted(code(gate)));
    small.add(
        "The link is for %s alone: do not pass this message on. Opening it decides nothing."
            .formatted(person));
    return small;
  }
}
