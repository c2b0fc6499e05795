package dev.countersign.model;

import dev.countersign.job.Job;
import dev.countersign.job.JobEvent.ModelAnswered;
import dev.countersign.job.JobId;
import dev.countersign.job.JobState;
import dev.countersign.store.CallLog;
import dev.countersign.store.CallRow;
import dev.countersign.store.CallRow.Standing;
import dev.countersign.store.DynamoJobStore;
import dev.countersign.workflow.Retriable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jboss.logging.Logger;

/// Looks after calls that are open while nobody works on their job: asks the provider how far they
/// are, says that they are over, adopts those whose id was lost, and stops those that nobody wants.
@ApplicationScoped
public class WatchCalls {
  private static final Logger LOG = Logger.getLogger(WatchCalls.class);
  private final LongProvider provider;
  private final CallLog log;
  private final DynamoJobStore jobs;
  private final NoteResponse note;
  private final StopCall stop;
  private final LookTimes looks;
  private final InstantSource clock;

  WatchCalls(
      LongProvider provider,
      CallLog log,
      DynamoJobStore jobs,
      NoteResponse note,
      StopCall stop,
      LookTimes looks,
      InstantSource clock) {
    this.provider = provider;
    this.log = log;
    this.jobs = jobs;
    this.note = note;
    this.stop = stop;
    this.looks = looks;
    this.clock = clock;
  }

  /// What somebody has to tell a job: that its answer is there.
  public record News(Job job, ModelAnswered event) {}

  /// The call is past the time at which somebody must look at it.
  ///
  /// @param sortKey as the `due` index has it
  public Optional<News> due(JobId id, String sortKey) {
    var call = log.find(id, sortKey).filter(c -> c.standing().open());
    var job = jobs.find(id);
    if (call.isEmpty() || job.isEmpty()) return Optional.empty();
    if (!wanted(job.get(), call.get())) {
      stop.unwanted(id, call.get());
      return Optional.empty();
    }
    return looked(job.get(), call.get());
  }

  /// The provider says that a response is over; it may say so twice, or to somebody who has never
  /// heard of it.
  ///
  /// @throws Retriable when the provider does not say whose it is
  public Optional<News> arrived(String response) {
    var found = log.answeredBy(response).or(() -> adopted(response));
    if (found.isEmpty() || found.get().call().standing() != Standing.WAITING)
      return Optional.empty();
    var call = found.get().call();
    var job = jobs.find(found.get().job());
    if (job.isEmpty()) return Optional.empty();
    if (wanted(job.get(), call)) return Optional.of(news(job.get(), call));
    stop.unwanted(job.get().id(), call);
    return Optional.empty();
  }

  /// Stops all that a job that is over had asked for.
  public void over(Job job) {
    for (var call : log.of(job.id()))
      if (call.standing() == Standing.WAITING && !wanted(job, call)) stop.unwanted(job.id(), call);
  }

  private Optional<News> looked(Job job, CallRow call) {
    boolean asleep = job.state() instanceof JobState.Waiting;
    var response = call.response();
    if (!asleep || call.standing() != Standing.WAITING || response == null) {
      log.later(job.id(), call, call, looks.after(call));
      return Optional.empty();
    }
    var answer = provider.retrieve(response, LongCalls.REQUEST);
    log.later(job.id(), call, call.looked(), looks.after(call.looked()));
    return switch (answer) {
      case LongAnswer.Ended _, LongAnswer.Canceled _, LongAnswer.NotKnown _ ->
          Optional.of(news(job, call));
      case LongAnswer.Going _, LongAnswer.Failed _, LongAnswer.NoBackground _ -> Optional.empty();
    };
  }

  /// A response whose id nobody could write down says itself whose it is.
  private Optional<CallLog.Found> adopted(String response) {
    var answer = provider.retrieve(response, LongCalls.REQUEST);
    var metadata =
        switch (answer) {
          case LongAnswer.Going(_, var said) -> said;
          case LongAnswer.Ended(_, var said, _) -> said;
          case LongAnswer.Canceled(_, var said) -> said;
          case LongAnswer.NotKnown _, LongAnswer.NoBackground _ -> null;
          case LongAnswer.Failed(var fault) -> throw notSaid(response, fault);
        };
    var job = metadata == null ? null : metadata.get("job");
    if (metadata == null || job == null || !JobId.isOne(job)) return Optional.empty();
    var id = new JobId(job);
    return log.of(id).stream()
        .filter(call -> call.id().equals(metadata.get("call")))
        .findFirst()
        .flatMap(call -> adopt(id, call, response));
  }

  private Optional<CallLog.Found> adopt(JobId job, CallRow call, String response) {
    if (call.standing() == Standing.LOST) {
      stop.secondAnswer(job, call.waiting(response));
      return Optional.empty();
    }
    if (call.standing() != Standing.CALLING) return Optional.empty();
    var waiting = call.waiting(response);
    if (!note.note(job, call, waiting)) return Optional.empty();
    LOG.infof("job=%s call=%s response=%s was adopted", job, call.id(), response);
    return Optional.of(new CallLog.Found(job, waiting));
  }

  private static Retriable notSaid(String response, ProviderFault fault) {
    return new Retriable(
        "The provider did not say whose %s is (%s): the word of it comes again."
            .formatted(response, fault.kind()),
        null);
  }

  private News news(Job job, CallRow call) {
    Instant now = clock.instant();
    return new News(job, new ModelAnswered(now, call.step(), String.valueOf(call.response())));
  }

  private static boolean wanted(Job job, CallRow call) {
    boolean works =
        switch (job.state()) {
          case JobState.Queued _, JobState.Running _, JobState.Waiting _ -> true;
          case JobState.NeedsReview _, JobState.Approved _, JobState.Performing _ -> false;
          case JobState.Stopping _, JobState.Failed _, JobState.Completed _ -> false;
          case JobState.Rejected _, JobState.Canceled _, JobState.Expired _ -> false;
        };
    return works
        && job.currentStep().name().equals(call.step())
        && job.progress().revision() == call.revision();
  }
}
