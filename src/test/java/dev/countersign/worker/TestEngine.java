package dev.countersign.worker;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.countersign.SettableClock;
import dev.countersign.TestServices;
import dev.countersign.approval.DecideApproval;
import dev.countersign.approval.DecisionMac;
import dev.countersign.approval.ReviewLinks;
import dev.countersign.approval.TestApproval;
import dev.countersign.effect.CountingReceiver;
import dev.countersign.effect.GreenMailServer;
import dev.countersign.effect.MailReceiver;
import dev.countersign.effect.ScriptedSmtp;
import dev.countersign.effect.TestMail;
import dev.countersign.job.Decider;
import dev.countersign.job.Decision;
import dev.countersign.job.Gate;
import dev.countersign.job.Job;
import dev.countersign.job.JobEvent;
import dev.countersign.job.JobId;
import dev.countersign.job.JobMachine;
import dev.countersign.job.JobState;
import dev.countersign.job.ReviewTerms;
import dev.countersign.job.Verdict;
import dev.countersign.model.Providers;
import dev.countersign.model.ScriptedModels;
import dev.countersign.model.TestModelConfig;
import dev.countersign.notify.TestNotifyConfig;
import dev.countersign.queue.TestQueue;
import dev.countersign.store.Attachment;
import dev.countersign.store.Commit;
import dev.countersign.store.NewJob;
import dev.countersign.store.TestStore;
import dev.countersign.store.TimelineEvent;
import dev.countersign.submit.SayOutcome;
import dev.countersign.submit.TestSubmit;
import dev.countersign.workflow.Workflow;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.SqsClient;

/// The engine of one test: a table, a queue and a mail relay that outlive its processes, and a
/// clock that the test sets.
final class TestEngine implements AutoCloseable {
  private static final String MESSAGE_ID = "Message-ID:";

  /// To whom the submitter wants the draft sent.
  private static final Map<String, String> INPUTS = Map.of("deliver_to", "client@example.com");

  final SettableClock clock;
  final RandomGenerator random = new SecureRandom();
  final String table;
  final TestStore store;
  final TestQueue queue = new TestQueue();
  final ScriptedSmtp smtp = new ScriptedSmtp();

  /// Where mail goes; `smtp`, unless it is a whole mail server.
  final MailReceiver mail;

  final CountingReceiver receiver = new CountingReceiver();
  final TrialWorkflows workflows;
  ReviewLinks links;
  TestNotifyConfig notify = TestNotifyConfig.NONE;
  final DecisionMac macs = TestApproval.macs();
  final ScriptedModels models;

  /// Whom its processes ask; `models`, unless it is a server.
  Providers providers;

  TestModelConfig modelConfig = TestModelConfig.USUAL;

  TestEngine() {
    this(TestStore.newTable(), new SettableClock());
  }

  /// On a table that others may look into, too.
  TestEngine(String table, SettableClock clock) {
    this(table, clock, null);
  }

  private TestEngine(String table, SettableClock clock, @Nullable MailReceiver mail) {
    this.table = table;
    this.clock = clock;
    this.mail = mail == null ? smtp : mail;
    this.store = TestStore.on(table, TestServices.dynamoDb(), TestServices.s3(), clock, random);
    this.workflows = new TrialWorkflows(store.jobs(), TestMail.rendering());
    this.links = TestApproval.links(clock);
    this.models = new ScriptedModels(clock);
    this.providers = models.providers();
  }

  /// One whose mail goes to a real mail server.
  static TestEngine withMailServer() {
    return new TestEngine(TestStore.newTable(), new SettableClock(), new GreenMailServer());
  }

  /// A process that works until it is told otherwise, or dies.
  TestProcess start() {
    return start(BreakingPoint.never());
  }

  TestProcess start(BreakingPoint breaking) {
    if (mail != smtp) mail.whenHandedAMessage(breaking::heardOutside);
    receiver.whenAsked(breaking::heardOutside);
    return new TestProcess(this, breaking, Duration.ofHours(1));
  }

  /// A process whose heartbeats come so fast that no test waits for one.
  TestProcess startBeating() {
    return new TestProcess(this, BreakingPoint.never(), Duration.ofMillis(5));
  }

  /// A durable job whose message is in the queue.
  JobId submitted(Workflow workflow) {
    var job = stored(workflow);
    queue.through(TestServices.sqs()).send(job, Duration.ZERO);
    return job.id();
  }

  /// A durable job whose message was lost.
  Job stored(Workflow workflow) {
    var job = fresh(workflow);
    store.jobs().create(job, new NewJob(null, List.of()));
    return job;
  }

  Job fresh(Workflow workflow) {
    return Job.submitted(
        store.ids().job(),
        "submitter@local.example",
        workflow.ref(),
        new Job.Submission("Trial", INPUTS, workflow.plan()),
        clock.instant());
  }

  JobId awaitingApproval() {
    var id = submitted(TrialWorkflows.gated());
    start().workOff();
    return id;
  }

  /// The same, decided on under these terms.
  JobId awaiting(ReviewTerms terms) {
    var id = submitted(terms);
    start().workOff();
    return id;
  }

  JobId submitted(ReviewTerms terms) {
    var workflow = TrialWorkflows.gated();
    var submission = new Job.Submission("Trial", INPUTS, workflow.plan(terms));
    var job =
        Job.submitted(
            store.ids().job(),
            "submitter@local.example",
            workflow.ref(),
            submission,
            clock.instant());
    store.jobs().create(job, new NewJob(null, List.of()));
    queue.through(TestServices.sqs()).send(job, Duration.ZERO);
    return job.id();
  }

  /// The use case of deciding, in a process that works until it is told otherwise, or dies.
  DecideApproval decide(BreakingPoint breaking) {
    return TestApproval.decide(processStore(breaking), queue.through(sqs(breaking)), clock);
  }

  /// The use case of saying what became of an effect, in such a process.
  SayOutcome sayOutcome(BreakingPoint breaking) {
    var its = processStore(breaking);
    return TestSubmit.sayOutcome(its.jobs(), queue.through(sqs(breaking)), clock);
  }

  /// What a process sees of the table and the bucket.
  TestStore processStore(BreakingPoint breaking) {
    return TestStore.on(
        table,
        TestServices.dynamoDbBuilder()
            .overrideConfiguration(o -> o.addExecutionInterceptor(breaking))
            .build(),
        TestServices.s3Builder()
            .overrideConfiguration(o -> o.addExecutionInterceptor(breaking))
            .build(),
        clock,
        random);
  }

  SqsClient sqs(BreakingPoint breaking) {
    return TestServices.sqsBuilder()
        .overrideConfiguration(o -> o.addExecutionInterceptor(breaking))
        .build();
  }

  /// What somebody says of what is proposed now.
  DecideApproval.Ask ask(JobId id, Decision.Say say) {
    var gate = gate(id);
    return new DecideApproval.Ask(id, gate.approval(), gate.digest(), gate.brief().display(), say);
  }

  static Decider person(String address) {
    return new Decider(address, Set.of(), Decider.How.SIGNED_IN);
  }

  Job job(JobId id) {
    return store.jobs().find(id).orElseThrow();
  }

  /// The reviewer says so of what is proposed now.
  Job says(JobId id, Decision.Say say) {
    return says(id, TrialWorkflows.REVIEWER, say);
  }

  /// One of several reviewers says so.
  Job says(JobId id, String reviewer, Decision.Say say) {
    return decided(id, macs.seal(id, gate(id), unsealed(id, reviewer, say)));
  }

  /// Somebody who can write the table but has no key says so.
  Job saysUnsealed(JobId id, Decision.Say say) {
    return decided(id, unsealed(id, TrialWorkflows.REVIEWER, say));
  }

  Gate gate(JobId id) {
    return ((JobState.NeedsReview) job(id).state()).gate();
  }

  private Decision unsealed(JobId id, String reviewer, Decision.Say say) {
    var gate = gate(id);
    var by = new Decider(reviewer, Set.of(), Decider.How.SIGNED_IN);
    return new Decision(
        gate.approval(), gate.digest(), gate.brief().display(), say, by, clock.instant(), "");
  }

  private Job decided(JobId id, Decision decision) {
    var job = job(id);
    return moved(
        job,
        new JobEvent.Decided(clock.instant(), decision),
        List.of(new Attachment.Deciding(job.progress().revision(), decision)));
  }

  Job approves(JobId id) {
    return says(id, new Decision.Say.Approve());
  }

  Job cancels(JobId id) {
    return moved(job(id), new JobEvent.CancelAsked(clock.instant(), "operator"), List.of());
  }

  /// A committed event of somebody who is no worker; whose job goes on is put on the queue.
  Job moved(Job job, JobEvent event, List<Attachment> with) {
    var verdict = (Verdict.Moved) JobMachine.apply(job, event);
    var after = ((Commit.Committed) store.jobs().commit(job, verdict, with)).job();
    queue.through(TestServices.sqs()).send(after, Duration.ZERO);
    return after;
  }

  /// What went to the client, not to the reviewers.
  List<MailReceiver.Received> delivered() {
    return mail.received().stream()
        .filter(mail -> mail.recipients().contains("client@example.com"))
        .toList();
  }

  /// How often each message reached the client, by Message-ID.
  Map<String, Long> deliveredIds() {
    return delivered().stream()
        .collect(Collectors.groupingBy(mail -> messageId(mail.bytes()), Collectors.counting()));
  }

  static String messageId(byte[] message) {
    return new String(message, ISO_8859_1)
        .lines()
        .filter(line -> line.regionMatches(true, 0, MESSAGE_ID, 0, MESSAGE_ID.length()))
        .map(line -> line.substring(MESSAGE_ID.length()).strip())
        .findFirst()
        .orElseThrow();
  }

  /// Everything that the table holds of a job, as text.
  List<String> items(JobId id) {
    return partition(id.value()).stream().map(Map::toString).toList();
  }

  List<Map<String, AttributeValue>> partition(String key) {
    return TestServices.dynamoDb()
        .queryPaginator(q ->
            q.tableName(table)
                .keyConditionExpression("pk = :pk")
                .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(key))))
        .items()
        .stream()
        .toList();
  }

  List<String> timeline(JobId id) {
    return store.partition().events(id, 0).stream().map(TimelineEvent::type).toList();
  }

  @Override
  public void close() {
    smtp.close();
    mail.close();
    receiver.close();
  }
}
