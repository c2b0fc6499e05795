package dev.countersign.notify;

import dev.countersign.job.Job;
import dev.countersign.job.JobId;
import dev.countersign.notify.Channel.Told;
import dev.countersign.store.DynamoJobStore;
import dev.countersign.store.DynamoPartition;
import dev.countersign.store.Notice;
import dev.countersign.store.Notice.Standing;
import dev.countersign.store.Notice.Word;
import dev.countersign.store.Notices;
import dev.countersign.store.Redaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/// Tells what is owed of a job, by every channel that is configured, and keeps how far each has
/// got. A try is counted before it is made, so that a crash in the middle of one makes another and
/// never one without end; a channel that fails is tried again later and less and less often, and
/// given up on in the end. Nothing of it touches the job.
@ApplicationScoped
public class TellNotices {
  private static final Logger LOG = Logger.getLogger(TellNotices.class);
  private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(6);

  /// With these pauses, about a day and a half.
  static final int MOST_TRIES = 14;

  private final DynamoJobStore store;
  private final Notices notices;
  private final DynamoPartition partition;
  private final List<Channel> channels;
  private final InstantSource clock;

  @Inject
  TellNotices(
      DynamoJobStore store,
      Notices notices,
      DynamoPartition partition,
      Instance<Channel> channels,
      InstantSource clock) {
    this(store, notices, partition, channels.stream().toList(), clock);
  }

  TellNotices(
      DynamoJobStore store,
      Notices notices,
      DynamoPartition partition,
      List<Channel> channels,
      InstantSource clock) {
    this.store = store;
    this.notices = notices;
    this.partition = partition;
    this.channels = channels.stream().filter(Channel::on).toList();
    this.clock = clock;
  }

  /// What is owed now, the oldest first.
  public void of(JobId id, Telling telling) {
    for (var notice : notices.of(id)) {
      var due = notice.nextTry();
      if (due != null && !clock.instant().isBefore(due))
        store.find(id).ifPresent(job -> told(job, notice, telling));
    }
  }

  private void told(Job job, Notice owed, Telling telling) {
    var begun = notices.begin(owed, clock.instant().plus(pause(owed.tries())));
    if (begun.isEmpty()) return;
    var notice = begun.get();
    var facts = facts(job, notice);
    for (var channel : channels)
      if (!notice.settled(channel.name()))
        notice = notice.with(channel.name(), word(channel, facts, telling));
    boolean owes = notice.channels().values().stream().anyMatch(w -> w.standing() == Standing.OWED);
    if (!notices.keep(owes ? notice : notice.done()))
      LOG.infof("%s: somebody else tells it", job.id());
  }

  private Word word(Channel channel, Facts facts, Telling telling) {
    var told = telling.deaf(channel.name()) ? LATER : tried(channel, facts);
    var now = clock.instant();
    return switch (told) {
      case Told.Done(var key) -> new Word(Standing.TOLD, now, key, "");
      case Told.Skipped(var why) -> new Word(Standing.SKIPPED, now, "", why);
      case Told.NotNow(var why) -> {
        boolean last = facts.notice().tries() >= MOST_TRIES;
        telling.failed(channel.name(), last);
        warn(channel, facts, why, last);
        yield new Word(last ? Standing.GIVEN_UP : Standing.OWED, now, "", why);
      }
      case Told.Never(var why) -> {
        telling.failed(channel.name(), true);
        warn(channel, facts, why, true);
        yield new Word(Standing.GIVEN_UP, now, "", why);
      }
    };
  }

  private static final Told LATER = new Told.NotNow("It did not answer a moment ago.");

  /// One channel's trouble is not the others'.
  private static Told tried(Channel channel, Facts facts) {
    if (facts.job().owner().equals(Redaction.ERASED.word()))
      return new Told.Skipped("The job's values were erased.");
    try {
      return channel.tell(facts);
    } catch (IllegalArgumentException e) {
      return new Told.Never("It cannot be told so (%s).".formatted(e.getMessage()));
    } catch (RuntimeException e) {
      return new Told.NotNow("It could not be told (%s).".formatted(e.getClass().getSimpleName()));
    }
  }

  private static void warn(Channel channel, Facts facts, String why, boolean forGood) {
    LOG.warnf(
        "job=%s notice=%s channel=%s try=%d %s: %s",
        facts.job().id(),
        facts.notice().kind().wireName(),
        channel.name(),
        facts.notice().tries(),
        forGood ? "given up" : "will be tried again",
        why);
  }

  private Facts facts(Job job, Notice notice) {
    boolean asked = notice.approval() != null;
    return new Facts(
        job,
        notice,
        notices.of(job.id()),
        asked ? partition.proposal(job.id(), notice.revision()) : Optional.empty(),
        asked ? partition.decisions(job.id()) : List.of(),
        asked ? partition.effects(job.id()) : List.of());
  }

  /// After as many tries as there were, how long to the next one.
  static Duration pause(int tries) {
    var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(tries, 16));
    return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
  }
}
