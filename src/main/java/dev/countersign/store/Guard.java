package dev.countersign.store;

import static dev.countersign.store.Attr.number;
import static dev.countersign.store.Attr.text;
import static dev.countersign.store.Attr.time;

import dev.countersign.job.Decision;
import dev.countersign.job.Gate;
import dev.countersign.job.Job;
import dev.countersign.job.JobState.Approved;
import dev.countersign.job.JobState.NeedsReview;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Under what condition a move is written. A decision is written only while the request stands in
/// the table as the person saw it: same proposal, in time, their turn, not said before, and as many
/// votes as the move takes them to be.
record Guard(Condition condition, Map<String, AttributeValue> values) {
  static Guard of(Job before, Job after, List<Attachment> with) {
    var values = new HashMap<String, AttributeValue>();
    values.put(":version", number(before.version()));
    values.put(":fence", number(before.fence()));
    for (var attachment : with)
      if (attachment instanceof Attachment.Deciding(_, var decision)
          && before.state() instanceof NeedsReview(var gate))
        return deciding(gate, decision, after, values);
    return new Guard(Condition.COMMIT, values);
  }

  /// What of a gate stands in attributes, so that a condition can look at it.
  static Map<String, AttributeValue> attributes(Gate gate) {
    return Map.of(
        "approval", text(gate.approval().value()),
        "digest", text(gate.digest()),
        "expiresAt", time(gate.expiresAt()),
        "asked", texts(gate.reviewers()),
        "voted", texts(gate.tally().votes().stream().map(v -> v.by().address()).toList()),
        "needed", number(gate.terms().quorum()));
  }

  private static Guard deciding(
      Gate gate, Decision decision, Job after, Map<String, AttributeValue> values) {
    values.put(":approval", text(decision.approval().value()));
    values.put(":digest", text(decision.digest()));
    values.put(":at", time(decision.at()));
    values.put(":as", text(gate.askedAs(decision.by()).orElse(decision.by().address())));
    values.put(":who", text(decision.by().address()));
    if (!(decision.say() instanceof Decision.Say.Approve))
      return new Guard(Condition.DECIDE, values);
    values.put(":votes", number(gate.tally().votes().size() + 1L));
    return new Guard(
        after.state() instanceof Approved ? Condition.APPROVE : Condition.VOTE, values);
  }

  private static AttributeValue texts(List<String> values) {
    return AttributeValue.fromL(values.stream().map(Attr::text).toList());
  }
}
