package dev.countersign.worker;

import dev.countersign.job.Job;
import dev.countersign.job.JobState;
import dev.countersign.model.WatchCalls;
import dev.countersign.queue.SqsWorkQueue;
import dev.countersign.store.DueJob;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Sets a job going again whose model has answered; of several who say so, the first.
@ApplicationScoped
class ModelAnswers {
  /// A job that is being worked on may be about to wait for this very answer.
  private static final Duration NOT_YET = Duration.ofSeconds(15);

  private final WatchCalls calls;
  private final Commits commits;
  private final FollowUp followUp;
  private final SqsWorkQueue queue;

  ModelAnswers(WatchCalls calls, Commits commits, FollowUp followUp, SqsWorkQueue queue) {
    this.calls = calls;
    this.commits = commits;
    this.followUp = followUp;
    this.queue = queue;
  }

  /// A call that somebody must look at.
  void due(DueJob due) {
    calls.due(due.id(), due.sortKey()).flatMap(this::woken).ifPresent(followUp::on);
  }

  /// The provider's word that a response is over.
  ///
  /// @return the job that can go on now
  Optional<Job> arrived(String response) {
    var news = calls.arrived(response);
    if (news.isPresent() && news.get().job().state() instanceof JobState.Running)
      queue.sendAnswered(response, NOT_YET);
    return news.flatMap(this::woken);
  }

  private Optional<Job> woken(WatchCalls.News news) {
    return commits.commit(news.job(), news.event(), List.of());
  }

  /// Nothing that a job which is over had asked for goes on.
  void over(Job job) {
    if (job.state().terminal() || job.state() instanceof JobState.Failed) calls.over(job);
  }
}
