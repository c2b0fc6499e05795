package dev.countersign.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.TestServices;
import dev.countersign.http.TestHook;
import dev.countersign.job.Job;
import dev.countersign.job.JobId;
import dev.countersign.job.JobState;
import dev.countersign.job.JobState.Waiting;
import dev.countersign.model.ScriptedModels;
import dev.countersign.model.openai.Asked;
import dev.countersign.model.openai.Play;
import dev.countersign.model.openai.ScriptedOpenAi;
import dev.countersign.model.openai.TestModels;
import dev.countersign.model.openai.Webhook;
import dev.countersign.store.Balance;
import dev.countersign.store.CallRow;
import dev.countersign.workflow.Answered;
import dev.countersign.workflow.ModelFault;
import dev.countersign.workflow.ModelTask;
import dev.countersign.workflow.Models;
import dev.countersign.workflow.StepContext;
import dev.countersign.workflow.StepResult;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/// A job whose first step asks a model, before a server that is asked over HTTP and counts. Plays
/// are for questions, one each; then the server says the word `yes`. Time is the test's.
final class WireTrial implements AutoCloseable {
  /// How long an answer takes when it is waited for, and when it is not.
  static final Duration SECONDS = Duration.ofSeconds(7);

  static final Duration TWENTY_MINUTES = Duration.ofMinutes(20);

  static final ModelTask<ModelCallTest.Word> TASK = ModelCallTest.TASK;
  static final Play YES = says("{\"word\":\"yes\"}");
  private static final Duration A_LITTLE_LATE = Duration.ofSeconds(61);
  private static final int MOST_TURNS = 60;

  /// How a step asks.
  enum Lane {
    AT_ONCE(SECONDS),
    AT_LENGTH(TWENTY_MINUTES);

    /// How long an answer takes.
    final Duration takes;

    Lane(Duration takes) {
      this.takes = takes;
    }

    Answered<ModelCallTest.Word> ask(Models models) {
      return this == AT_ONCE ? models.ask(TASK) : models.askAtLength(TASK);
    }
  }

  final TestEngine engine = new TestEngine();
  final ScriptedOpenAi server;

  /// The kinds of the faults that the step was told.
  final List<String> told = new ArrayList<>();

  private final Set<String> toldOf = new HashSet<>();
  private final Lane lane;
  private final Queue<Play> plays;
  private final JobId job;

  private WireTrial(Lane lane, Duration takes, List<Play> plays) {
    this.lane = lane;
    this.plays = new ConcurrentLinkedQueue<>(plays);
    server = ScriptedOpenAi.playing(engine.clock, takes, this::play);
    engine.providers = TestModels.providers(server);
    engine.workflows.replace("one", this::step);
    job = engine.submitted(TrialWorkflows.trivial());
  }

  static WireTrial of(Lane lane, Play... plays) {
    return new WireTrial(lane, TWENTY_MINUTES, Arrays.asList(plays));
  }

  /// One whose answer takes that long in the background.
  static WireTrial taking(Duration time) {
    return new WireTrial(Lane.AT_LENGTH, time, List.of());
  }

  static Play says(String text) {
    return Play.says(text).counting(ScriptedModels.USAGE);
  }

  /// What the script plays is not waited for long.
  WireTrial impatient() {
    engine.providers =
        engine.providers.with(() -> plays.isEmpty() ? TestModels.SOON : Duration.ofSeconds(1));
    return this;
  }

  /// No request is waited for long from now on.
  void hurries() {
    engine.providers = engine.providers.with(() -> Duration.ofSeconds(1));
  }

  JobId job() {
    return job;
  }

  JobState state() {
    return engine.job(job).state();
  }

  boolean ended() {
    return state() instanceof JobState.Completed || state() instanceof JobState.Failed;
  }

  Waiting waiting() {
    assertThat(state()).isInstanceOf(Waiting.class);
    return (Waiting) state();
  }

  List<CallRow> calls() {
    return engine.store.calls().of(job);
  }

  Balance money() {
    return engine.store.money().ofJob(job).orElseThrow();
  }

  /// How often a model was asked, as the server counted.
  int questions() {
    return server.asked(Asked::isQuestion).size();
  }

  /// How often the provider was asked to stop.
  int cancels() {
    return server.asked(Asked::isCancel).size();
  }

  /// How often anybody has looked for a background response.
  int looks() {
    return server.asked(Asked::isRetrieve).size();
  }

  /// The only response that the server has made.
  String response() {
    assertThat(server.created()).hasSize(1);
    return server.created().getFirst();
  }

  WireTrial works() {
    engine.start().workOff();
    return this;
  }

  /// Time passes until the job is over. While it waits for room or for another try, the sweeper
  /// looks, and no function is invoked and nobody is asked.
  WireTrial worksToTheEnd() {
    var process = engine.start().workOff();
    for (int turn = 0; turn < MOST_TURNS && !ended(); turn++)
      if (state() instanceof Waiting(var reason, _, var until) && reason != Waiting.Reason.MODEL)
        comesBack(process, until);
      else if (server.created().stream().anyMatch(this::goesOn)) answers(process);
      else passes(process, Duration.ofMinutes(5));
    assertThat(ended()).as("over: " + state()).isTrue();
    return this;
  }

  private boolean goesOn(String response) {
    return server.status(response).equals("in_progress");
  }

  /// The provider is done, and says so; nobody has worked meanwhile.
  private void answers(TestProcess process) {
    int invocations = process.invocations();
    passes(process, TWENTY_MINUTES.minusSeconds(1));
    assertThat(process.invocations()).isEqualTo(invocations);
    engine.clock.advance(Duration.ofSeconds(1));
    for (var response : server.created())
      if (toldOf.add(response)) assertThat(told(response)).isEqualTo(204);
    process.workOff();
  }

  /// The status of the answer to the provider's webhook.
  int told(String response) {
    return told(server.webhook(response, engine.clock.instant()));
  }

  int told(Webhook webhook) {
    return new TestHook(engine.queue.through(TestServices.sqs()), engine.clock).hears(webhook);
  }

  /// The queue delays by its own clock, so that it is the sweeper who wakes the job.
  private void comesBack(TestProcess process, Instant until) {
    engine.queue.lose();
    int invocations = process.invocations();
    int asked = questions();
    passes(process, Duration.between(engine.clock.instant(), until).minusMillis(1));
    assertThat(process.invocations()).as("before " + until).isEqualTo(invocations);
    assertThat(questions()).isEqualTo(asked);
    passes(process, A_LITTLE_LATE);
  }

  /// Time passes, the sweeper runs, and a worker takes what is there.
  void passes(TestProcess process, Duration time) {
    if (time.isPositive()) engine.clock.advance(time);
    process.sweep.run(TimeLeft.UNLIMITED);
    process.workOff();
  }

  Job now() {
    return engine.job(job);
  }

  private Play play(Asked asked) {
    if (asked.isChat()) engine.clock.advance(SECONDS);
    var next = plays.poll();
    return next == null ? YES : next;
  }

  private StepResult step(StepContext context) {
    try {
      return StepResult.Done.with(lane.ask(context.models()).value());
    } catch (ModelFault none) {
      told.add(none.kind().wireName());
      return StepResult.Done.with(new ModelCallTest.Word("by rule"));
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    engine.close();
  }
}
