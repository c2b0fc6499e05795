package dev.countersign.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.job.CancelReceipt;
import dev.countersign.job.Effect;
import dev.countersign.job.Effect.Standing;
import dev.countersign.job.Failure;
import dev.countersign.job.JobEvent.Became;
import dev.countersign.job.JobId;
import dev.countersign.job.JobState;
import dev.countersign.store.Proposal.ProposedAction;
import dev.countersign.store.Published;
import dev.countersign.submit.Asked;
import dev.countersign.worker.BreakingPoint.Crash;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A job whose five effects were approved at one gate, between a real mail server and a receiver
/// that counts, and what people do when a worker died over it.
final class Delivery implements AutoCloseable {
  static final int EFFECTS = 5;

  final TestEngine engine;
  final JobId id;

  private Delivery(TestEngine engine) {
    this.engine = engine;
    engine.workflows.add(SeveralEffects.WORKFLOW, new SeveralEffects(engine));
    id = engine.submitted(SeveralEffects.WORKFLOW);
    engine.start().workOff();
    engine.approves(id);
  }

  /// With mail that goes to a mail server.
  static Delivery approved() {
    return new Delivery(TestEngine.withMailServer());
  }

  /// With mail that goes to a relay that misbehaves on demand.
  static Delivery approvedWithScriptedMail() {
    return new Delivery(new TestEngine());
  }

  void crashed(BreakingPoint breaking) {
    try {
      engine.start(breaking).workOff();
    } catch (Crash _) {
      assertThat(breaking.dead()).isTrue();
    }
    assertThat(breaking.dead()).as("the process died there").isTrue();
  }

  /// Messages come again, leases lapse, the sweeper looks, and time passes.
  void goOn() {
    goOn(BreakingPoint.never());
  }

  void goOn(BreakingPoint breaking) {
    var process = engine.start(breaking).workOff();
    for (int round = 0; round < 3; round++) {
      engine.clock.advance(Duration.ofMinutes(16));
      process.sweep.run(TimeLeft.UNLIMITED);
      process.workOff();
    }
  }

  /// The same, by a process that dies over it.
  void crashedGoingOn(BreakingPoint breaking) {
    try {
      goOn(breaking);
    } catch (Crash _) {
      assertThat(breaking.dead()).isTrue();
    }
    assertThat(breaking.dead()).as("the second process died there").isTrue();
  }

  /// Over, or a person can say what became of the one effect that nobody else can tell of; they
  /// look at its receiver, and then it is over.
  void assertWayOut() {
    if (engine.job(id).state() instanceof JobState.Failed(var failure, _, _)) {
      assertThat(failure.kind()).isEqualTo(Failure.Kind.OUTCOME_UNKNOWN);
      var unknown = unknown().orElseThrow();
      assertThat(says(BreakingPoint.never(), truth(unknown))).isInstanceOf(Asked.Done.class);
      goOn();
    }
    assertThat(engine.job(id).state()).isInstanceOf(JobState.Completed.class);
    assertThat(standings()).containsOnly(Standing.DONE);
  }

  /// A person says so of what is unknown, as they see it now.
  Asked says(BreakingPoint breaking, Became became) {
    var seen = engine.job(id);
    var gate = engine.store.partition().proposal(id, 1).orElseThrow().gate();
    return engine
        .sayOutcome(breaking)
        .say(
            seen,
            gate,
            unknown().orElseThrow().id(),
            became,
            TestEngine.person(TrialWorkflows.REVIEWER));
  }

  Optional<Effect> unknown() {
    return engine.job(id).effects().stream()
        .filter(e -> e.standing() == Standing.UNKNOWN)
        .findFirst();
  }

  /// What somebody who looks at the receiver of an effect finds.
  Became truth(Effect effect) {
    return arrived(effect) ? Became.HAPPENED : Became.DID_NOT;
  }

  boolean arrived(Effect effect) {
    return switch (engine.job(id).effects().indexOf(effect)) {
      case 0 -> published();
      case 1 -> mails().containsKey(approvedMessageId());
      case 2 -> engine.receiver.happened("/erp").size() == 1;
      case 3 -> engine.receiver.happened("/archive").size() == 1;
      case 4 -> engine.receiver.happened("/record").size() == 1;
      default -> throw new AssertionError("no effect of this job: " + effect);
    };
  }

  void assertAtMostOnce() {
    assertThat(mails().values()).allMatch(times -> times == 1);
    assertThat(mails().keySet()).isSubsetOf(approvedMessageId());
    assertThat(arrivals().values()).allMatch(times -> times <= 1);
  }

  void assertEachArrivedOnce() {
    assertThat(arrivals()).isEqualTo(Map.of("/erp", 1, "/archive", 1, "/record", 1));
    assertThat(mails()).isEqualTo(Map.of(approvedMessageId(), 1L));
    assertThat(published()).isTrue();
    assertThat(engine.job(id).state()).isInstanceOf(JobState.Completed.class);
  }

  /// What reached the client, how often, by Message-ID.
  Map<String, Long> mails() {
    return engine.deliveredIds();
  }

  /// How often each system did what it was called for.
  Map<String, Integer> arrivals() {
    return Stream.of("/erp", "/archive", "/record")
        .collect(Collectors.toMap(path -> path, path -> engine.receiver.happened(path).size()));
  }

  List<Standing> standings() {
    return engine.job(id).effects().stream().map(Effect::standing).toList();
  }

  CancelReceipt receipt() {
    return ((JobState.Canceled) engine.job(id).state()).receipt();
  }

  @Override
  public void close() {
    engine.close();
  }

  private boolean published() {
    var path = action(0).target().split("/", -1);
    var place = new Published.Place(path[path.length - 2], path[path.length - 1]);
    return engine.store.published().exists(place);
  }

  /// Of the mail as it was signed for.
  private String approvedMessageId() {
    var mail = action(1);
    return TestEngine.messageId(engine.store.objects().read(mail.key(), mail.sha256()));
  }

  private ProposedAction action(int effect) {
    return engine.store.partition().proposal(id, 1).orElseThrow().actions().get(effect);
  }
}
