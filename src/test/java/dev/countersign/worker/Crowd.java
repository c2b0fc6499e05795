package dev.countersign.worker;

import dev.countersign.job.JobId;
import dev.countersign.job.JobState;
import dev.countersign.model.ModelAnswer;
import dev.countersign.model.ModelRequest;
import dev.countersign.model.Provider;
import dev.countersign.model.Providers;
import dev.countersign.model.openai.Asked;
import dev.countersign.model.openai.Play;
import dev.countersign.model.openai.ScriptedOpenAi;
import dev.countersign.model.openai.TestModels;
import dev.countersign.worker.BreakingPoint.Crash;
import dev.countersign.workflow.StepCode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Many jobs that ask a model over HTTP at once, and workers that know each other only by the
/// table. Time stands still while anybody does something; then it goes on to the moment at which a
/// job's wait is over (its message comes then) or an answer is there. The sweeper runs each minute.
final class Crowd implements AutoCloseable {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  final TestEngine engine = new TestEngine();
  final ScriptedOpenAi server;
  private final List<Member> members = new ArrayList<>();
  private final List<Open> answers = new ArrayList<>();
  private final List<Throwable> troubles = new ArrayList<>();
  private final Deque<TestProcess> idle = new ArrayDeque<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Function<Asked, Timed> script;
  private final int workers;
  private final Duration late;
  private Instant sweeps = engine.clock.instant().plus(MINUTE);
  private int working;
  private int moving;
  private int deliveries;

  /// What the server does with a question.
  ///
  /// @param takes until it does it
  /// @param before it does it
  record Timed(Duration takes, Play play, Runnable before) {}

  private record Open(Instant at, CountDownLatch done) {}

  private static final class Member {
    final JobId id;
    @Nullable Instant at;
    boolean mortal;

    Member(JobId id, Instant at, boolean mortal) {
      this.id = id;
      this.at = at;
      this.mortal = mortal;
    }
  }

  /// @param workers how many work at a time
  /// @param late how late time goes on, so that several have something to do at once
  /// @param step what each job does
  Crowd(int workers, Duration late, Function<Asked, Timed> script, StepCode step) {
    this.workers = workers;
    this.late = late;
    this.script = script;
    server = ScriptedOpenAi.playing(engine.clock, Duration.ZERO, this::play);
    engine.providers = unhurried(TestModels.providers(server));
    engine.workflows.add(OneStep.WORKFLOW, new OneStep(step));
  }

  /// Answers take as long as the test's clock says, however long this machine needs for that.
  private static Providers unhurried(Providers over) {
    var asks = over.atOnce();
    var at =
        new Provider() {
          @Override
          public boolean configured() {
            return asks.configured();
          }

          @Override
          public long mostInput(ModelRequest request) {
            return asks.mostInput(request);
          }

          @Override
          public ModelAnswer send(ModelRequest request, Duration limit) {
            return asks.send(request, Duration.ofHours(1));
          }
        };
    return new Providers(at, over.atLength(), () -> Duration.ofHours(1));
  }

  /// @param mortal whether its worker dies right before its first question goes out
  JobId joins(boolean mortal) {
    var id = engine.stored(OneStep.WORKFLOW).id();
    members.add(new Member(id, engine.clock.instant(), mortal));
    return id;
  }

  /// How many messages its workers were given.
  int deliveries() {
    return deliveries;
  }

  /// Until no job has anything left to do.
  ///
  /// @param look at each moment at which nobody does anything
  void worksToTheEnd(Runnable look) throws InterruptedException {
    while (rests()) {
      look.run();
      if (!begins()) goesOn();
    }
  }

  /// Two of a worker's threads do something at once from now on, in place of the one.
  synchronized void splits() {
    moving++;
  }

  /// One of them is done.
  synchronized void joined() {
    moving--;
    notifyAll();
  }

  private synchronized boolean rests() throws InterruptedException {
    while (moving > 0) wait();
    for (var trouble : troubles) throw new AssertionError("a worker", trouble);
    return working > 0 || members.stream().anyMatch(member -> member.at != null);
  }

  /// Those whose time has come are worked on, as far as there are workers.
  private synchronized boolean begins() {
    boolean some = false;
    for (var member : members)
      if (working < workers && member.at != null && !member.at.isAfter(engine.clock.instant())) {
        member.at = null;
        working++;
        moving++;
        deliveries++;
        threads.execute(() -> works(member));
        some = true;
      }
    return some;
  }

  private void goesOn() {
    Instant next;
    synchronized (this) {
      var waiting = members.stream().map(m -> m.at).filter(Objects::nonNull);
      next =
          Stream.concat(working < workers ? waiting : Stream.of(), answers.stream().map(Open::at))
              .min(Instant::compareTo)
              .orElseThrow(() -> new AssertionError("nobody ever goes on"));
    }
    engine.clock.advance(Duration.between(engine.clock.instant(), next.plus(late)));
    if (!engine.clock.instant().isBefore(sweeps)) {
      engine.start().sweep.run(TimeLeft.UNLIMITED);
      sweeps = engine.clock.instant().plus(MINUTE);
    }
    answered();
  }

  private synchronized void answered() {
    for (var open : List.copyOf(answers))
      if (!open.at.isAfter(engine.clock.instant())) {
        answers.remove(open);
        moving++;
        open.done.countDown();
      }
  }

  private void works(Member member) {
    boolean mortal = member.mortal;
    var process = process(mortal);
    try {
      process.on(member.id);
    } catch (Crash _) {
      member.mortal = false;
    } catch (RuntimeException | Error e) {
      synchronized (this) {
        troubles.add(e);
      }
    }
    var at = comesBack(member.id);
    synchronized (this) {
      if (!mortal) idle.add(process);
      member.at = at;
      working--;
      joined();
    }
  }

  private synchronized TestProcess process(boolean mortal) {
    if (mortal) return engine.start(BreakingPoint.beforeFirst("Provider"));
    var rested = idle.poll();
    return rested == null ? engine.start() : rested;
  }

  private @Nullable Instant comesBack(JobId id) {
    return switch (engine.job(id).state()) {
      case JobState.Waiting(_, _, var until) -> until;
      case JobState.Queued(var since) -> since;
      case JobState.Running(var lease) -> lease.until().plusSeconds(6);
      default -> null;
    };
  }

  /// In a thread of the server.
  private Play play(Asked asked) {
    var timed = script.apply(asked);
    if (timed.takes.isPositive()) awaits(timed.takes);
    timed.before.run();
    return timed.play;
  }

  private void awaits(Duration takes) {
    var open = new Open(engine.clock.instant().plus(takes), new CountDownLatch(1));
    synchronized (this) {
      answers.add(open);
      joined();
    }
    try {
      open.done.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() throws IOException {
    synchronized (this) {
      answers.forEach(open -> open.done.countDown());
    }
    threads.shutdownNow();
    server.close();
    engine.close();
  }
}
