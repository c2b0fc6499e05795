package dev.countersign.worker;

import dev.countersign.job.Job;
import dev.countersign.job.JobEvent.LeaseLapsed;
import dev.countersign.job.JobState;
import dev.countersign.job.Lease;
import dev.countersign.store.DueIndex;
import dev.countersign.store.DynamoJobStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Where one process is all the workers there are (it alone may open the data), what an earlier
/// process of its name held is free at once, and the messages that died with it are sent again.
/// Call it once, at start-up, before the first message is taken; never where workers share a table.
@ApplicationScoped
public class TakeOver {
  private static final int MOST = 1000;
  private static final Duration EVER = Duration.ofDays(3650);

  private final DueIndex index;
  private final DynamoJobStore store;
  private final Commits commits;
  private final FollowUp followUp;
  private final WorkerId self;
  private final InstantSource clock;

  TakeOver(
      DueIndex index,
      DynamoJobStore store,
      Commits commits,
      FollowUp followUp,
      WorkerId self,
      InstantSource clock) {
    this.index = index;
    this.store = store;
    this.commits = commits;
    this.followUp = followUp;
    this.self = self;
    this.clock = clock;
  }

  /// @return how many jobs go on
  public int run() {
    int live = 0;
    for (int shard = 0; shard < DueIndex.SHARDS; shard++)
      for (var due : index.due(shard, clock.instant().plus(EVER), MOST)) {
        if (due.notice()) continue; // the sweeper's, when it is due
        live++;
        store.find(due.id()).flatMap(this::freed).ifPresent(followUp::on);
      }
    return live;
  }

  private Optional<Job> freed(Job job) {
    var holder = lease(job.state()).map(Lease::holder).filter(self::isPredecessor);
    return holder.isEmpty()
        ? Optional.of(job)
        : commits.commit(job, new LeaseLapsed(clock.instant(), holder.get()), List.of());
  }

  private static Optional<Lease> lease(JobState state) {
    return switch (state) {
      case JobState.Running(var lease) -> Optional.of(lease);
      case JobState.Performing(_, _, var lease) -> Optional.of(lease);
      case JobState.Stopping(_, _, var lease, _) -> Optional.of(lease);
      case JobState.Queued _, JobState.Waiting _, JobState.NeedsReview _ -> Optional.empty();
      case JobState.Approved _, JobState.Failed _, JobState.Completed _ -> Optional.empty();
      case JobState.Rejected _, JobState.Canceled _, JobState.Expired _ -> Optional.empty();
    };
  }
}
