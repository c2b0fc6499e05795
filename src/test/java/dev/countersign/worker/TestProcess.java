package dev.countersign.worker;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.countersign.effect.EffectPerformer;
import dev.countersign.effect.MailRelay;
import dev.countersign.effect.TestMail;
import dev.countersign.effect.TestWeb;
import dev.countersign.job.JobId;
import dev.countersign.model.TestModels;
import dev.countersign.model.trace.TestTracing;
import dev.countersign.notify.TestNotify;
import dev.countersign.queue.SqsWorkQueue;
import dev.countersign.queue.TestQueue;
import dev.countersign.store.MetricLines;
import dev.countersign.store.NewJob;
import dev.countersign.store.TestStore;
import dev.countersign.workflow.Workflow;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sqs.model.Message;

/// One life of one worker process, wired as production wires it, ended by its breaking point.
final class TestProcess {
  private static final Duration LONG = Duration.ofMinutes(14);
  final BreakingPoint breaking;
  final WorkOnJob work;
  final Sweep sweep;
  final TakeOver takeOver;
  final GiveUpJob giveUp;
  private final Word word;
  private final TestEngine engine;
  private final TestStore store;
  private final SqsWorkQueue queue;
  private final Lingering lingering = new Lingering(Duration.ofMillis(200));
  private TryAgainSoon again;
  private final ByteArrayOutputStream metricLines = new ByteArrayOutputStream();
  private final Metrics metrics;
  private Host host = new Host(false, TestTracing.NONE);
  private TimeLeft time = () -> LONG;
  private int invocations;

  TestProcess(TestEngine engine, BreakingPoint breaking, Duration heartbeat) {
    this.engine = engine;
    this.breaking = breaking;
    var clock = engine.clock;
    store = engine.processStore(breaking);
    queue = engine.queue.through(engine.sqs(breaking));
    var config = new TestWorkerConfig(heartbeat);
    var self = new WorkerId("test", () -> Long.toHexString(engine.random.nextLong()));
    var relay = TestMail.relay(engine.mail.port());
    var performers = performers(relay);
    metrics =
        new Metrics(
            new MetricLines(
                true, new PrintStream(metricLines, true, UTF_8), new ObjectMapper(), clock));
    var commits = new Commits(store.jobs(), metrics);
    var leases = new Leases(store.jobs(), config, lingering, clock);
    var faults = new Faults(clock, engine.random);
    var book = new StepBook(engine.workflows.catalog(), engine.workflows.code());
    var models =
        TestModels.of(
            engine.providers.seenFrom(breaking), store, engine.modelConfig, clock, engine.random);
    var desk =
        new StepDesk(
            store.partition(),
            store.checkpoints(),
            store.artifacts(),
            store.files(),
            models.all(),
            config);
    var propose =
        new ProposeActions(
            store.artifacts(),
            store.checkpoints(),
            store.partition(),
            new AddressBook(Optional.of(List.of("@known.example"))),
            new Edits(store.partition(), TestMail.rewording()),
            performers,
            store.ids(),
            clock);
    var run = new RunStep(book, desk, propose, faults, leases, clock);
    var payloads =
        new ApprovedPayloads(store.partition(), store.objects(), engine.macs, performers);
    var ask = new AskReceiver(engine.macs, commits, leases, faults, clock);
    var effects = new PerformEffects(payloads, ask, engine.macs, commits, leases, faults, clock);
    MailRelay tells = (to, message) -> breaking.calling("tell", () -> relay.send(to, message));
    var notify = new TestNotify(store, tells, engine.notify, engine.links, clock);
    word = new Word(notify.notices(), metrics, clock);
    var tell = notify.reviewers();
    var followUp = new FollowUp(queue, tell, commits, clock);
    var answers = new ModelAnswers(models.watch(), commits, followUp, queue);
    var steps = new DoSteps(run, effects, commits, desk, clock);
    work = new WorkOnJob(store.jobs(), self, steps, followUp, word, answers, clock);
    sweep =
        new Sweep(
            store.due(),
            store.jobs(),
            store.intake(),
            followUp,
            word,
            answers,
            store.money(),
            clock);
    takeOver = new TakeOver(store.due(), store.jobs(), commits, followUp, self, clock);
    giveUp = new GiveUpJob(store.jobs(), self, commits, followUp, clock);
    again = new TryAgainSoon(queue, () -> 0);
  }

  private Performers performers(MailRelay relay) {
    var others =
        new TestWeb(engine.receiver.port())
            .performers(store.published(), engine.random, engine.clock);
    return new Performers(
        Stream.concat(Stream.of(TestMail.performer(relay)), others.stream())
            .map(performer -> (EffectPerformer) new MortalPerformer(performer, breaking))
            .toList());
  }

  /// From now on its invocations have that much time left.
  TestProcess with(TimeLeft left) {
    time = left;
    return this;
  }

  /// From now on messages that were not done are shown again on that queue.
  TestProcess with(TryAgainSoon again) {
    this.again = again;
    return this;
  }

  /// From now on it is that.
  TestProcess on(Host host) {
    this.host = host;
    return this;
  }

  /// What CloudWatch would count, oldest first.
  List<String> metrics() {
    return metricLines.toString(UTF_8).lines().toList();
  }

  /// One run of the function on the schedule.
  void sweeps() {
    var _ =
        new SweeperLambda(sweep, metrics, host)
            .handleRequest(new SweeperLambda.Tick(null, null), new TestContext(time));
  }

  /// Submits as the use case does: one transaction, one message.
  JobId submit(Workflow workflow) {
    var job = engine.fresh(workflow);
    store.jobs().create(job, new NewJob(null, List.of()));
    queue.send(job, Duration.ZERO);
    return job.id();
  }

  /// Tells what is owed of a job, and nothing of any other.
  void tells(JobId id) {
    try (var telling = word.telling()) {
      telling.of(id);
    }
  }

  void on(JobId id) {
    work.on(id, time);
  }

  /// Takes messages until none is there, acknowledging what was done.
  TestProcess workOff() {
    for (var batch = engine.queue.receive(); !batch.isEmpty(); batch = engine.queue.receive())
      batch.forEach(this::handle);
    return this;
  }

  /// The provider's webhook came in, as often as that.
  TestProcess hears(String response, int times) {
    for (int i = 0; i < times; i++) queue.sendAnswered(response, Duration.ZERO);
    return workOff();
  }

  /// How many messages its function on the queue was given.
  int invocations() {
    return invocations;
  }

  /// One delivery; without an answer, as from a process that died, nothing is acknowledged.
  private void handle(Message message) {
    if (deliver(message)) engine.queue.delete(message);
  }

  /// Hands over a message without taking it from the queue; whether it was acknowledged.
  boolean deliver(Message message) {
    invocations++;
    return new WorkerLambda(work, again, lingering, host, new ObjectMapper())
        .handleRequest(TestQueue.event(message), new TestContext(time))
        .getBatchItemFailures()
        .isEmpty();
  }
}
