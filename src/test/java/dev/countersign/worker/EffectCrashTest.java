package dev.countersign.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.effect.ScriptedSmtp.Mood;
import dev.countersign.job.CancelReceipt;
import dev.countersign.job.Decider;
import dev.countersign.job.Effect;
import dev.countersign.job.Effect.Standing;
import dev.countersign.job.Failure;
import dev.countersign.job.Job;
import dev.countersign.job.JobEvent.Became;
import dev.countersign.job.JobEvent.OutcomeSaid;
import dev.countersign.job.JobId;
import dev.countersign.job.JobState;
import dev.countersign.store.EffectRow;
import dev.countersign.worker.BreakingPoint.Crash;
import dev.countersign.worker.BreakingPoint.Side;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Ends the worker before, after and in the middle of every write and every call of a delivery with
/// five effects: nothing ever arrives twice, and nothing is lost without a way out.
class EffectCrashTest {
  private static final int EFFECTS = 5;

  /// The take; each effect's beginning and end; the published file itself.
  private static final int WRITES = 1 + 2 * EFFECTS + 1;

  private final TestEngine engine = new TestEngine();

  @BeforeEach
  void addWorkflow() {
    engine.workflows.add(SeveralEffects.WORKFLOW, new SeveralEffects(engine));
  }

  @AfterEach
  void close() throws IOException {
    engine.close();
  }

  static Stream<Arguments> writes() {
    return IntStream.rangeClosed(1, WRITES)
        .boxed()
        .flatMap(write -> Arrays.stream(Side.values()).map(side -> Arguments.of(write, side)));
  }

  /// Where a worker is killed after something was done and before it heard of it.
  enum Call {
    MAIL(0),
    WEBHOOK_THAT_HONOURS_KEYS(1),
    WEBHOOK_THAT_DOES_NOT(2),
    RECORD(3);

    /// Which request it is to the receiver that counts; 0 for none.
    private final int request;

    Call(int request) {
      this.request = request;
    }
  }

  @Test
  void a_delivery_that_nothing_disturbs_does_each_effect_once_in_order() {
    var id = approved();
    var process = engine.start().workOff();

    assertThat(process.breaking.writes()).isEqualTo(WRITES);
    assertEachArrivedOnce(id);
    assertThat(engine.timeline(id).stream().filter("effect_done"::equals)).hasSize(EFFECTS);
    assertThat(engine.store.partition().effects(id))
        .allMatch(row -> row.effect().key(id).equals(row.key()))
        .extracting(EffectRow::facts)
        .allMatch(facts -> facts.containsKey("ref") && facts.containsKey("key"));
  }

  @ParameterizedTest
  @MethodSource("writes")
  void a_worker_that_dies_at_a_write_does_nothing_twice_and_loses_nothing(int write, Side side) {
    var id = approved();
    crashed(BreakingPoint.at(write, side));

    goOn();

    assertAtMostOnce();
    assertWayOut(id);
    assertEachArrivedOnce(id);
  }

  @ParameterizedTest
  @EnumSource
  void a_worker_that_dies_before_it_hears_does_nothing_twice_and_loses_nothing(Call call) {
    var id = approved();
    var breaking = BreakingPoint.never();
    before(call, breaking::dieMeanwhile);
    crashed(breaking);

    goOn();

    assertAtMostOnce();
    assertWayOut(id);
    assertEachArrivedOnce(id);
  }

  @Test
  void what_is_unknown_stops_what_comes_after_it_and_the_rest_is_told_one_by_one() {
    var id = approved();
    engine.smtp.is(Mood.HANGS_UP_AFTER_THE_TEXT);

    engine.start().workOff();

    assertThat(standings(id))
        .containsExactly(
            Standing.DONE,
            Standing.UNKNOWN,
            Standing.APPROVED,
            Standing.APPROVED,
            Standing.APPROVED);
    assertThat(engine.receiver.requests()).isZero();
  }

  @Test
  void a_record_that_was_changed_since_is_not_written() {
    var id = approved();
    engine.receiver.changeRecord("{\"price\":\"99.00\"}");

    engine.start().workOff();

    var failure = ((JobState.Failed) engine.job(id).state()).failure();
    assertThat(failure.kind()).isEqualTo(Failure.Kind.EFFECT_FAILED);
    assertThat(failure.message()).contains("changed since it was approved");
    assertThat(engine.receiver.record()).isEqualTo("{\"price\":\"99.00\"}");
  }

  @Test
  void a_cancel_in_the_middle_tells_what_was_done_prevented_and_unknown() {
    var id = approved();
    engine.smtp.is(Mood.HANGS_UP_AFTER_THE_TEXT);
    engine.smtp.whenHandedAMessage(() -> engine.cancels(id));
    engine.start().workOff();
    var receipt = receipt(id);

    says(id, Became.DID_NOT);
    engine.start().workOff();

    assertThat(List.of(receipt.done().size(), receipt.prevented().size(), receipt.unknown().size()))
        .containsExactly(1, 3, 1);
    assertThat(receipt(id).prevented()).hasSize(4).containsAll(receipt.unknown());
    assertThat(receipt(id).unknown()).isEmpty();
    assertThat(receipt(id).askedAt()).isEqualTo(receipt.askedAt());
    assertThat(engine.delivered()).hasSize(1);
    assertThat(engine.receiver.requests()).isZero();
  }

  private JobId approved() {
    var id = engine.submitted(SeveralEffects.WORKFLOW);
    engine.start().workOff();
    engine.approves(id);
    return id;
  }

  private void before(Call call, Runnable dies) {
    if (call == Call.MAIL) engine.smtp.whenHandedAMessage(dies);
    else engine.receiver.atRequest(call.request, dies);
  }

  private void crashed(BreakingPoint breaking) {
    try {
      engine.start(breaking).workOff();
    } catch (Crash _) {
      assertThat(breaking.dead()).isTrue();
    }
    assertThat(breaking.dead()).as("the process died there").isTrue();
    engine.smtp.whenHandedAMessage(() -> {});
  }

  /// Messages come again, leases lapse, the sweeper looks, and time passes.
  private void goOn() {
    var process = engine.start().workOff();
    for (int round = 0; round < 3; round++) {
      engine.clock.advance(Duration.ofMinutes(16));
      process.sweep.run(TimeLeft.UNLIMITED);
      process.workOff();
    }
  }

  /// Over, or a person can say what became of the one effect that nobody else can tell of; they
  /// look at the receiver, and then it is over.
  private void assertWayOut(JobId id) {
    if (engine.job(id).state() instanceof JobState.Failed(var failure, _, _)) {
      assertThat(failure.kind()).isEqualTo(Failure.Kind.OUTCOME_UNKNOWN);
      var unknown = unknown(id).orElseThrow();
      says(id, arrived(engine.job(id), unknown) ? Became.HAPPENED : Became.DID_NOT);
      goOn();
    }
    assertThat(engine.job(id).state()).isInstanceOf(JobState.Completed.class);
    assertThat(standings(id)).containsOnly(Standing.DONE);
  }

  private boolean arrived(Job job, Effect unknown) {
    return switch (job.effects().indexOf(unknown)) {
      case 1 -> !engine.delivered().isEmpty();
      case 3 -> !engine.receiver.happened("/archive").isEmpty();
      default -> throw new AssertionError("its receiver could have been asked: " + unknown);
    };
  }

  private void says(JobId id, Became became) {
    var by = new Decider(TrialWorkflows.REVIEWER, Set.of(), Decider.How.SIGNED_IN);
    var effect = unknown(id).orElseThrow().id();
    engine.moved(
        engine.job(id), new OutcomeSaid(engine.clock.instant(), effect, became, by), List.of());
  }

  private Optional<Effect> unknown(JobId id) {
    return engine.job(id).effects().stream()
        .filter(e -> e.standing() == Standing.UNKNOWN)
        .findFirst();
  }

  private void assertAtMostOnce() {
    assertThat(engine.delivered()).hasSizeLessThanOrEqualTo(1);
    for (var path : List.of("/erp", "/archive", "/record"))
      assertThat(engine.receiver.happened(path)).as(path).hasSizeLessThanOrEqualTo(1);
  }

  private void assertEachArrivedOnce(JobId id) {
    var times =
        Stream.of("/erp", "/archive", "/record")
            .collect(Collectors.toMap(p -> p, p -> engine.receiver.happened(p).size()));
    assertThat(times).isEqualTo(Map.of("/erp", 1, "/archive", 1, "/record", 1));
    assertThat(engine.delivered()).hasSize(1);
    assertThat(engine.job(id).state()).isInstanceOf(JobState.Completed.class);
  }

  private List<Standing> standings(JobId id) {
    return engine.job(id).effects().stream().map(Effect::standing).toList();
  }

  private CancelReceipt receipt(JobId id) {
    return ((JobState.Canceled) engine.job(id).state()).receipt();
  }
}
