package dev.countersign.job;

import java.util.List;
import java.util.stream.IntStream;

/// How far a job is.
///
/// @param step index of the step to do next; the plan's size when all are done
/// @param revision counts drafts, from 1; a request for changes begins the next
/// @param attempt tries of the current step so far, the present one included
/// @param leases leases taken since the last commit; three without one is poison
/// @param runs what is known of each step, in the plan's order
public record Progress(int step, int revision, int attempt, int leases, List<StepRun> runs) {
  /// Leases without a commit after which a job is given up as poison.
  public static final int MOST_LEASES = 3;

  public Progress {
    runs = List.copyOf(runs);
  }

  static Progress atStart(Plan plan) {
    return new Progress(
        0, 1, 0, 0, plan.steps().stream().map(s -> StepRun.notBegun(s.name())).toList());
  }

  Progress taken() {
    return new Progress(step, revision, attempt + 1, leases + 1, runs);
  }

  /// The present try came to nothing that counts; what is left will count again from a lease.
  Progress released() {
    return new Progress(step, revision, attempt, 0, runs);
  }

  /// The present try does not count.
  Progress uncounted() {
    return new Progress(step, revision, Math.max(0, attempt - 1), 0, runs);
  }

  Progress afresh() {
    return new Progress(step, revision, 0, 0, runs);
  }

  Progress with(StepRun run) {
    return new Progress(
        step,
        revision,
        attempt,
        leases,
        runs.stream().map(r -> r.name().equals(run.name()) ? run : r).toList());
  }

  /// Past the current step; `running` when the same lease goes on with the next one.
  Progress next(boolean running) {
    return new Progress(step + 1, revision, running ? 1 : 0, running ? 1 : 0, runs);
  }

  /// Back to an earlier step under the next revision; what follows it will run again.
  Progress redraftFrom(int index) {
    var kept =
        IntStream.range(0, runs.size())
            .mapToObj(i -> i < index ? runs.get(i) : StepRun.notBegun(runs.get(i).name()))
            .toList();
    return new Progress(index, revision + 1, 0, 0, kept);
  }
}
