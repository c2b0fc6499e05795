package dev.countersign.notify;

import dev.countersign.job.Decision;
import dev.countersign.job.Decision.Say;
import dev.countersign.job.Gate;
import dev.countersign.job.Job;
import dev.countersign.job.JobState.NeedsReview;
import dev.countersign.job.Occasion;
import dev.countersign.store.EffectRow;
import dev.countersign.store.Notice;
import dev.countersign.store.Proposal;
import dev.countersign.store.StoredDecision;
import java.util.List;
import java.util.Optional;

/// What there is to tell of a notice: the job as it is now, and what belongs to it.
///
/// @param all notices of the job, in their order
/// @param proposal what was asked then; empty without a gate
/// @param decisions of the whole job, in their order
/// @param effects the ledger
record Facts(
    Job job,
    Notice notice,
    List<Notice> all,
    Optional<Proposal> proposal,
    List<StoredDecision> decisions,
    List<EffectRow> effects) {
  Facts {
    all = List.copyOf(all);
    decisions = List.copyOf(decisions);
    effects = List.copyOf(effects);
  }

  /// The request as it is now, or was when it was asked; empty without one.
  Optional<Gate> gate() {
    return job.state()
        .asked()
        .filter(gate -> gate.approval().equals(notice.approval()))
        .or(() -> proposal.map(Proposal::gate));
  }

  /// Whether that request still waits for a decision.
  boolean open() {
    return job.state() instanceof NeedsReview(var gate)
        && gate.approval().equals(notice.approval());
  }

  /// Whether something has happened since, of which people are told instead.
  boolean overtaken() {
    return all.stream()
        .filter(other -> other.seq() > notice.seq())
        .map(Notice::kind)
        .anyMatch(kind -> kind.end() || kind.decided());
  }

  /// What settled the request; empty when nobody did.
  Optional<Decision> decision() {
    return decisions.stream()
        .map(StoredDecision::decision)
        .filter(d -> d.approval().equals(notice.approval()))
        .filter(d -> !(d.say() instanceof Say.Delegate))
        .reduce((_, last) -> last);
  }

  /// What the channel called the message that asked for this decision; empty when it did not ask.
  Optional<String> asked(String channel) {
    return all.stream()
        .filter(other -> other.kind() == Occasion.NEEDS_REVIEW)
        .filter(other -> other.revision() == notice.revision())
        .map(other -> other.channels().get(channel))
        .filter(word -> word != null && word.standing() == Notice.Standing.TOLD)
        .map(Notice.Word::key)
        .findFirst();
  }

  String summary() {
    return gate()
        .map(gate -> gate.brief().summary())
        .filter(summary -> !summary.isEmpty())
        .or(() -> proposal.map(Proposal::summary))
        .orElse(job.title());
  }
}
