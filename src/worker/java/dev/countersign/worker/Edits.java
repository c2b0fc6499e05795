package dev.countersign.worker;

import dev.countersign.effect.RewordEmail;
import dev.countersign.job.Decision;
import dev.countersign.job.Decision.Say;
import dev.countersign.job.Job;
import dev.countersign.store.DynamoPartition;
import dev.countersign.store.StoredDecision;
import dev.countersign.workflow.Action;
import dev.countersign.workflow.Fatal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Gives what a gate step proposes the wording that reviewers gave it since the last draft. Where
/// it goes is the step's alone.
@ApplicationScoped
class Edits {
  private final DynamoPartition partition;
  private final RewordEmail reword;

  Edits(DynamoPartition partition, RewordEmail reword) {
    this.partition = partition;
    this.reword = reword;
  }

  List<Action> applied(Job job, List<Action> actions) {
    int revision = job.progress().revision();
    if (revision == 1) return actions;
    var edited = new ArrayList<>(actions);
    for (var edit : since(job, revision)) for (var change : edit.changes()) apply(edited, change);
    return edited;
  }

  /// Those that led here one after the other, oldest first; a new draft begins anew.
  private List<Say.Edit> since(Job job, int revision) {
    Map<Integer, Say.Edit> byRevision =
        partition.decisions(job.id()).stream()
            .filter(stored -> stored.decision().say() instanceof Say.Edit)
            .collect(
                Collectors.toMap(
                    StoredDecision::revision, stored -> (Say.Edit) stored.decision().say()));
    var edits = new ArrayList<Say.Edit>();
    for (int r = revision - 1; byRevision.containsKey(r); r--) edits.addFirst(byRevision.get(r));
    return edits;
  }

  private void apply(List<Action> actions, Decision.Change change) {
    try {
      actions.set(
          change.action(),
          reword.reworded(actions.get(change.action()), change.subject(), change.text()));
    } catch (IllegalArgumentException | IndexOutOfBoundsException _) {
      throw Fatal.stepFailed(
          "What was edited is not proposed any more.", "Cancel, and submit the job again.");
    }
  }
}
