package dev.countersign.submit;

import static dev.countersign.job.Verdict.Reason.OVER_LIMIT;

import dev.countersign.job.JobEvent;
import dev.countersign.job.JobId;
import dev.countersign.job.JobMachine;
import dev.countersign.job.Verdict;
import dev.countersign.store.Commit;
import dev.countersign.store.DynamoJobStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/// Applies a person's event to a job as it is, again when somebody else moved it first.
@ApplicationScoped
class MoveJob {
  private static final int TRIES = 8;
  private final DynamoJobStore store;

  MoveJob(DynamoJobStore store) {
    this.store = store;
  }

  Asked apply(JobId id, Supplier<? extends JobEvent> event) {
    var found = store.find(id);
    if (found.isEmpty())
      return refused(Problem.Kind.NOT_FOUND, "There is no job " + id + ".", "Check the id.");
    var job = found.get();
    for (int i = 0; i < TRIES; i++) {
      switch (JobMachine.apply(job, event.get())) {
        case Verdict.Moved moved -> {
          switch (store.commit(job, moved)) {
            case Commit.Committed(var after) -> {
              return new Asked.Done(after);
            }
            case Commit.Lost(var current) -> job = current;
          }
        }
        case Verdict.Refused(var reason, var message) when reason == OVER_LIMIT -> {
          return refused(
              Problem.Kind.CONTRACT_WIDENED,
              message,
              "Leave budget out, or name one between the two that GET /jobs/{id} has under"
                  + " contract.money: most and limit.");
        }
        case Verdict.Refused(_, var message) -> {
          return refused(Problem.Kind.NOT_NOW, message, "Look at the job's status first.");
        }
        case Verdict.Ignored _ -> {
          return new Asked.Done(job);
        }
        case Verdict.Held _ -> throw new IllegalStateException("a person takes no lease");
      }
    }
    return refused(
        Problem.Kind.NOT_NOW, id + " moves too fast just now.", "Ask again in a moment.");
  }

  private static Asked refused(Problem.Kind kind, String detail, String remedy) {
    return new Asked.Refused(new Problem(kind, detail, remedy));
  }
}
