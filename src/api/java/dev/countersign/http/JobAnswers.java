package dev.countersign.http;

import dev.countersign.job.Job;
import dev.countersign.job.JobMachine;
import dev.countersign.job.Next;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/// Answers with a job: 200 when it is over, else 202 with where and when to ask again.
@ApplicationScoped
class JobAnswers {
  private static final Duration SOON = Duration.ofSeconds(2);
  private static final Duration A_PERSON = Duration.ofSeconds(60);

  private final SeeJob jobs;
  private final InstantSource clock;

  JobAnswers(SeeJob jobs, InstantSource clock) {
    this.jobs = jobs;
    this.clock = clock;
  }

  Response handle(Job job, Optional<Duration> waited) {
    var over = WatchJob.over(job);
    var answer =
        Response.status(over ? 200 : 202)
            .entity(jobs.whole(job))
            .tag(tag(job))
            .location(URI.create("/jobs/" + job.id()));
    waited.ifPresent(w -> answer.header("Preference-Applied", Wait.applied(w)));
    return over
        ? answer.build()
        : answer.header(HttpHeaders.RETRY_AFTER, askAgainIn(job).toSeconds()).build();
  }

  Response shown(Job job, Optional<Duration> waited) {
    var answer = Response.ok(jobs.whole(job)).tag(tag(job));
    waited.ifPresent(w -> answer.header("Preference-Applied", Wait.applied(w)));
    if (!WatchJob.over(job)) answer.header(HttpHeaders.RETRY_AFTER, askAgainIn(job).toSeconds());
    return answer.build();
  }

  /// Changes with every commit and every take, and so with all that the view shows of a job.
  static EntityTag tag(Job job) {
    return new EntityTag("%d-%d".formatted(job.version(), job.fence()));
  }

  private Duration askAgainIn(Job job) {
    var now = clock.instant();
    return switch (JobMachine.due(job, now)) {
      case Next.Run run -> longer(SOON, Duration.between(now, run.notBefore()));
      case Next.AwaitDecision _ -> A_PERSON;
      case Next.Watch _, Next.TellReviewers _, Next.Remind _, Next.Apply _ -> SOON;
      case Next.Nothing _ -> SOON;
    };
  }

  private static Duration longer(Duration a, Duration b) {
    return a.compareTo(b) > 0 ? a : b;
  }
}
