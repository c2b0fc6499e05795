package dev.countersign.notify;

import dev.countersign.job.CancelReceipt;
import dev.countersign.job.Decider;
import dev.countersign.job.Decision;
import dev.countersign.job.Decision.Say;
import dev.countersign.job.Gate;
import dev.countersign.job.JobState;
import dev.countersign.job.Occasion;
import dev.countersign.job.Raise;
import dev.countersign.notify.Letter.Fact;
import dev.countersign.notify.Letter.Points;
import dev.countersign.notify.Letter.Tone;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The letter that tells a submitter what became of their job, and what they can do.
final class SubmitterLetter {
  private static final int MOST_IN_TITLE = 90;
  private final NotifyConfig config;
  private final Times times;
  private final URI publicUrl;

  SubmitterLetter(NotifyConfig config, URI publicUrl) {
    this.config = config;
    this.times = new Times(config.zone());
    this.publicUrl = publicUrl;
  }

  /// The same for the same facts, whenever it is written.
  Letter of(Facts facts) {
    boolean tells = config.details() == NotifyConfig.Details.SUMMARY;
    var kind = facts.notice().kind();
    var title = tells ? Plain.line(facts.job().title()) : facts.job().id().value();
    return new Letter(
        "%s: %s".formatted(subject(kind, facts), Plain.shortened(title, MOST_IN_TITLE)),
        asks(facts) ? "Your job asks for more money" : kicker(kind),
        asks(facts) ? Tone.ASKS : tone(kind),
        title,
        tells ? paragraphs(kind, facts) : List.of(hint(kind)),
        rows(facts, tells),
        tells ? lists(kind, facts) : List.of(),
        "Open the job",
        publicUrl.resolve("/ui/jobs/" + facts.job().id()),
        List.of("You get this because you submitted the job. Opening the link changes nothing."));
  }

  private String subject(Occasion kind, Facts facts) {
    return switch (kind) {
      case NEEDS_REVIEW, REMINDED, ESCALATED ->
          facts
              .gate()
              .map(gate ->
                  "Waiting for a decision until "
                      + times.brief(gate.expiresAt(), gate.proposedAt()))
              .orElse("Waiting for a decision");
      case APPROVED -> "Approved";
      case REJECTED -> "Rejected, nothing was done";
      case EXPIRED -> "Nobody decided in time, nothing was done";
      case REDRAFTED -> "Changes were asked for";
      case COMPLETED -> "Done";
      case FAILED ->
          asks(facts) ? "Asks for more money, and waits for you" : "Stopped, a person is needed";
      case CANCELED -> "Canceled";
    };
  }

  /// Whether somebody can let it go on by letting it spend more.
  private static boolean asks(Facts facts) {
    return facts.notice().kind() == Occasion.FAILED && Raise.askedBy(facts.job()).isPresent();
  }

  private static String kicker(Occasion kind) {
    return switch (kind) {
      case NEEDS_REVIEW, REMINDED, ESCALATED -> "Your job waits for a decision";
      case APPROVED -> "Your job was approved";
      case REJECTED -> "Your job was rejected";
      case EXPIRED -> "Your job's time to be decided on is over";
      case REDRAFTED -> "Changes to your job were asked for";
      case COMPLETED -> "Your job is done";
      case FAILED -> "Your job has stopped";
      case CANCELED -> "Your job was canceled";
    };
  }

  private static Tone tone(Occasion kind) {
    return switch (kind) {
      case NEEDS_REVIEW, REMINDED, ESCALATED, REDRAFTED -> Tone.ASKS;
      case APPROVED, COMPLETED -> Tone.GOOD;
      case REJECTED, FAILED -> Tone.BAD;
      case EXPIRED, CANCELED -> Tone.QUIET;
    };
  }

  private static String hint(Occasion kind) {
    return switch (kind) {
      case NEEDS_REVIEW, REMINDED, ESCALATED, REDRAFTED ->
          "Nothing happens until somebody approves.";
      case APPROVED -> "It is being carried out now.";
      case REJECTED, EXPIRED -> "Nothing was sent or changed. To ask again, submit a new job.";
      case COMPLETED -> "Its page shows all that was done, step by step.";
      case FAILED -> "Nothing more happens by itself. Its page says why, and what can be done.";
      case CANCELED -> "Its page says what had been done by then, and what was prevented.";
    };
  }

  private List<String> paragraphs(Occasion kind, Facts facts) {
    var said = new ArrayList<String>();
    switch (kind) {
      case NEEDS_REVIEW, REMINDED, ESCALATED -> said.add(Plain.line(facts.summary()) + ".");
      case REJECTED, REDRAFTED -> words(facts).ifPresent(said::add);
      case FAILED -> said.addAll(failure(facts));
      case APPROVED, EXPIRED, COMPLETED, CANCELED -> {}
    }
    if (kind != Occasion.FAILED) said.add(hint(kind));
    return said;
  }

  private static List<String> failure(Facts facts) {
    if (!(facts.job().state() instanceof JobState.Failed(var failure, _, _)))
      return List.of("It has gone on since; its page says how it stands.");
    return List.of(
        Plain.line(failure.message()), "What can be done: " + Plain.line(failure.remedy()));
  }

  private static Optional<String> words(Facts facts) {
    return facts
        .decision()
        .map(Decision::say)
        .map(say ->
            switch (say) {
              case Say.Reject(var reason) -> reason;
              case Say.RequestChanges(var comment) -> comment;
              case Say.Edit _ -> "The wording was edited.";
              case Say.Approve _, Say.Delegate _ -> "";
            })
        .map(Plain::line)
        .filter(words -> !words.isEmpty())
        .map(words -> "“" + Plain.shortened(words, 600) + "”");
  }

  private List<Fact> rows(Facts facts, boolean tells) {
    var rows = new ArrayList<Fact>();
    var kind = facts.notice().kind();
    var gate = facts.gate();
    if (facts.open()) {
      gate.map(Gate::expiresAt).ifPresent(until -> rows.add(new Fact("Until", times.whole(until))));
      if (tells) gate.ifPresent(g -> rows.add(new Fact("Asked", String.join(", ", g.reviewers()))));
    }
    if ((kind.decided() || kind == Occasion.COMPLETED) && tells)
      facts
          .decision()
          .map(Decision::by)
          .map(Decider::address)
          .ifPresent(by -> rows.add(new Fact("Decided by", by)));
    if (facts.job().state() instanceof JobState.Failed(var failure, _, _))
      rows.add(new Fact("Stopped at", failure.step()));
    if (facts.job().state() instanceof JobState.Canceled(var receipt) && tells) {
      rows.add(new Fact("Asked by", receipt.askedBy()));
      rows.add(new Fact("Stopped", times.whole(receipt.stoppedAt())));
      rows.add(new Fact("Receipt", counts(receipt)));
    }
    rows.add(new Fact("When", times.whole(facts.notice().at())));
    if (facts.notice().revision() > 1)
      rows.add(new Fact("Revision", String.valueOf(facts.notice().revision())));
    return rows;
  }

  private static String counts(CancelReceipt receipt) {
    return "%d done, %d prevented, %d unknown"
        .formatted(receipt.done().size(), receipt.prevented().size(), receipt.unknown().size());
  }

  private List<Points> lists(Occasion kind, Facts facts) {
    var effects = EffectWords.of(facts, times);
    return effects.isEmpty() || !kind.end()
        ? List.of()
        : List.of(new Points("What was done", effects));
  }
}
