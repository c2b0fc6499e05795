package dev.countersign.store;

import static dev.countersign.store.Attr.text;

import dev.countersign.job.Amount;
import dev.countersign.job.Effect;
import dev.countersign.job.Gate;
import dev.countersign.job.Job;
import dev.countersign.job.JobState.NeedsReview;
import dev.countersign.job.TimelineEntry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// What follows from a move for the items beside the job: the ledger's rows, and who finds the
/// request in an inbox.
final class GateRows {
  /// How long a link is still answered with what happened.
  private static final Duration POINTER_LIVES = Duration.ofDays(400);

  private final Rows rows;

  GateRows(Rows rows) {
    this.rows = rows;
  }

  List<TransactWriteItem> ledger(Job before, Job after, TimelineEntry entry) {
    var was = before.effects().stream().collect(Collectors.toMap(Effect::id, Function.identity()));
    var writes = new ArrayList<TransactWriteItem>();
    for (var effect : after.effects()) {
      var old = was.get(effect.id());
      if (effect.equals(old)) continue;
      var item =
          rows.row(
              after.id().value(),
              Keys.effect(effect.id()),
              new EffectRow(effect, effect.key(after.id()), entry.at(), entry.facts()));
      item.put("standing", text(effect.standing().name()));
      writes.add(
          old == null
              ? rows.put(item, Condition.NEW)
              : rows.put(item, Condition.LEDGER, Map.of(":was", text(old.standing().name()))));
    }
    return writes;
  }

  /// Who is asked now finds it in the inbox; who is not any more does not.
  List<TransactWriteItem> inbox(Job before, Job after) {
    var asked = gate(after).map(Gate::reviewers).orElse(List.of());
    var wasAsked = gate(before).map(Gate::reviewers).orElse(List.of());
    var writes = new ArrayList<TransactWriteItem>();
    if (before.state() instanceof NeedsReview(var gate))
      for (var reviewer : wasAsked)
        if (!asked.contains(reviewer))
          writes.add(rows.delete(Keys.approval(gate.approval()), Keys.reviewer(reviewer)));
    if (after.state() instanceof NeedsReview(var gate)) {
      if (!(before.state() instanceof NeedsReview)) writes.add(pointer(after, gate));
      for (var reviewer : asked)
        if (!wasAsked.contains(reviewer)) writes.add(rows.put(entry(after, gate, reviewer)));
    }
    return writes;
  }

  private static Optional<Gate> gate(Job job) {
    return job.state() instanceof NeedsReview(var gate) ? Optional.of(gate) : Optional.empty();
  }

  private TransactWriteItem pointer(Job job, Gate gate) {
    var item =
        rows.row(
            Keys.approval(gate.approval()), Keys.APPROVAL, new Pointer(job.id(), gate.revision()));
    item.put("ttl", Attr.number(gate.expiresAt().plus(POINTER_LIVES).getEpochSecond()));
    return rows.put(item, Condition.NEW);
  }

  private Map<String, AttributeValue> entry(Job job, Gate gate, String reviewer) {
    var item =
        rows.row(
            Keys.approval(gate.approval()),
            Keys.reviewer(reviewer),
            new InboxEntry(
                gate.approval(),
                job.id(),
                gate.revision(),
                job.title(),
                job.workflow().name(),
                gate.brief().summary(),
                gate.proposedAt(),
                gate.expiresAt(),
                gate.brief().risk().level().wireName(),
                gate.brief().amounts().stream().map(Amount::toString).toList()));
    item.put("reviewerPk", text(reviewer));
    item.put("reviewerSk", text(gate.expiresAt() + "#" + gate.approval()));
    return item;
  }
}
