package dev.countersign.job;

import static dev.countersign.job.JobFixtures.aCanceledJobWithAnUnknownOutcome;
import static dev.countersign.job.JobFixtures.aFailedDelivery;
import static dev.countersign.job.JobFixtures.aFailedJob;
import static dev.countersign.job.JobFixtures.aJobAtItsGateStep;
import static dev.countersign.job.JobFixtures.aJobAwaitingApproval;
import static dev.countersign.job.JobFixtures.aJobBeingDelivered;
import static dev.countersign.job.JobFixtures.aJobBeingStopped;
import static dev.countersign.job.JobFixtures.aJobBeingWorkedOn;
import static dev.countersign.job.JobFixtures.aJobInTheMiddleOfAnEffect;
import static dev.countersign.job.JobFixtures.aJobJustSubmitted;
import static dev.countersign.job.JobFixtures.aJobThatAsksTheReceiver;
import static dev.countersign.job.JobFixtures.aJobThatKillsItsWorkers;
import static dev.countersign.job.JobFixtures.aJobThatTakesTwo;
import static dev.countersign.job.JobFixtures.aJobWaitingForAModel;
import static dev.countersign.job.JobFixtures.aJobWaitingToRetry;
import static dev.countersign.job.JobFixtures.aJobWhoseReviewersAreNotTold;
import static dev.countersign.job.JobFixtures.aJobWithAnUnknownOutcome;
import static dev.countersign.job.JobFixtures.aTrivialJob;
import static dev.countersign.job.JobFixtures.anApprovedJob;
import static dev.countersign.job.JobFixtures.decision;
import static dev.countersign.job.JobFixtures.effect;
import static dev.countersign.job.JobFixtures.gate;
import static dev.countersign.job.JobFixtures.said;
import static dev.countersign.job.JobFixtures.seconds;
import static dev.countersign.job.JobFixtures.stepDone;
import static dev.countersign.job.JobFixtures.taken;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Walks the transition table from both sides: every event in every situation does what the table
/// says, and every way that the table shows is really taken.
class TransitionsTest {
  /// One event, and the situation it meets.
  record Meeting(Job job, JobEvent event) {}

  @TestFactory
  Stream<DynamicTest> every_event_in_every_situation_does_what_the_table_says() {
    return JobFixtures.everySituation().entrySet().stream()
        .flatMap(situation ->
            EventSamples.allFor(situation.getValue()).stream()
                .map(event ->
                    DynamicTest.dynamicTest(
                        situation.getKey() + ": " + event.getClass().getSimpleName(),
                        () -> staysInTheTable(situation.getValue(), event))));
  }

  private static void staysInTheTable(Job job, JobEvent event) {
    var targets = Transitions.targets(job.state(), event);

    var verdict = JobMachine.apply(job, event);

    if (verdict instanceof Verdict.Moved(var after, _)) {
      assertThat(targets).contains(after.state().getClass());
      assertThat(after.version()).isEqualTo(job.version() + 1);
    } else if (verdict instanceof Verdict.Held(var after)) {
      assertThat(targets).contains(after.state().getClass());
      assertThat(after.version()).isEqualTo(job.version());
      assertThat(after.fence()).isEqualTo(job.fence() + 1);
    }
    if (targets.isEmpty())
      assertThat(verdict).isInstanceOfAny(Verdict.Refused.class, Verdict.Ignored.class);
  }

  @Test
  void the_samples_cover_every_state_and_every_event() {
    var states = new LinkedHashSet<Class<?>>();
    JobFixtures.everySituation().values().forEach(job -> states.add(job.state().getClass()));
    var events =
        EventSamples.allFor(aJobJustSubmitted()).stream().<Class<?>>map(Object::getClass).toList();

    assertThat(states).containsAll(variantsOf(JobState.class));
    assertThat(events).containsExactlyInAnyOrderElementsOf(variantsOf(JobEvent.class));
  }

  @Test
  void every_way_in_the_table_is_taken_by_some_meeting() {
    var taken = new TreeSet<String>();
    for (var meeting : meetings()) {
      var after = stateAfter(meeting);
      taken.add(way(meeting.job().state().getClass(), meeting.event().getClass(), after));
    }

    assertThat(taken).containsExactlyElementsOf(new TreeSet<>(waysInTheTable()));
  }

  private static Set<String> waysInTheTable() {
    var ways = new TreeSet<String>();
    for (var rule : Transitions.RULES)
      for (var to : rule.to()) ways.add(way(rule.from(), rule.event(), to));
    return ways;
  }

  private static String way(Class<?> from, Class<?> event, Class<?> to) {
    return from.getSimpleName() + " " + event.getSimpleName() + " " + to.getSimpleName();
  }

  private static Class<?> stateAfter(Meeting meeting) {
    return switch (JobMachine.apply(meeting.job(), meeting.event())) {
      case Verdict.Moved(var job, _) -> job.state().getClass();
      case Verdict.Held(var job) -> job.state().getClass();
      case Verdict.Refused no -> throw new AssertionError(meeting + ": " + no);
      case Verdict.Ignored no -> throw new AssertionError(meeting + ": " + no);
    };
  }

  /// The plain sample of each rule, and the special cases that lead elsewhere.
  private static List<Meeting> meetings() {
    var plain =
        Stream.of(
                aJobJustSubmitted(),
                aJobBeingWorkedOn(),
                aJobAtItsGateStep(),
                aJobWaitingToRetry(),
                aJobWaitingForAModel(),
                aJobWhoseReviewersAreNotTold(),
                anApprovedJob(),
                aJobBeingDelivered(),
                aJobBeingStopped(),
                aFailedJob())
            .flatMap(job -> EventSamples.allFor(job).stream().map(e -> new Meeting(job, e)))
            .filter(m -> !Transitions.targets(m.job().state(), m.event()).isEmpty())
            .filter(m ->
                JobMachine.apply(m.job(), m.event()) instanceof Verdict.Moved
                    || JobMachine.apply(m.job(), m.event()) instanceof Verdict.Held);
    return Stream.concat(plain, special()).toList();
  }

  private static Stream<Meeting> special() {
    var worked = aJobBeingWorkedOn();
    var lastTry = worked;
    for (int i = 0; i < 2; i++) lastTry = taken(lastTry, seconds(100 + i * 100));
    var lastStep = taken(aTrivialJob(), seconds(1));
    for (var step : List.of("one", "two", "three", "four"))
      lastStep = stepDone(lastStep, step, seconds(2));
    var asked = aJobAwaitingApproval();
    var attempting = aJobInTheMiddleOfAnEffect();
    var killing = aJobThatKillsItsWorkers();
    return Stream.concat(
        Stream.of(
            new Meeting(
                worked, new JobEvent.StepDone(seconds(2), worked.fence(), "read", "c", true)),
            new Meeting(
                lastStep, new JobEvent.StepDone(seconds(3), lastStep.fence(), "five", "c", false)),
            new Meeting(
                lastTry,
                new JobEvent.StepRetriable(
                    seconds(210), lastTry.fence(), "read", "away", seconds(240))),
            new Meeting(killing, new JobEvent.LeaseLapsed(seconds(900))),
            decided(asked, new Decision.Say.Approve()),
            decided(aJobThatTakesTwo(), new Decision.Say.Approve()),
            decided(asked, new Decision.Say.Reject("no")),
            decided(asked, new Decision.Say.RequestChanges("shorter")),
            new Meeting(asked, new JobEvent.ReviewLapsed(gate(asked).expiresAt())),
            new Meeting(heldThreeTimes(attempting), new JobEvent.LeaseLapsed(seconds(900))),
            new Meeting(attempting, new JobEvent.CancelAsked(seconds(72), "x@local.example")),
            new Meeting(
                aFailedDelivery(), new JobEvent.RetryAsked(seconds(80), "x@local.example"))),
        Stream.of(deliveries(attempting), exhaustedDelivery(), unknowns())
            .flatMap(Function.identity()));
  }

  private static Job heldThreeTimes(Job attempting) {
    var p = attempting.progress();
    return attempting.with(
        new Progress(p.step(), p.revision(), p.attempt(), Progress.MOST_LEASES, p.runs()),
        attempting.state());
  }

  private static Stream<Meeting> unknowns() {
    var asking = aJobThatAsksTheReceiver();
    var failed = aJobWithAnUnknownOutcome();
    var canceled = aCanceledJobWithAnUnknownOutcome();
    return Stream.of(
        settled(withASecondEffect(asking), new JobEvent.Finding.Happened("ref")),
        settled(asking, new JobEvent.Finding.Happened("ref")),
        settled(asking, new JobEvent.Finding.DidNot("no such key", seconds(120))),
        settled(asking, new JobEvent.Finding.CannotTell("no ears")),
        new Meeting(failed, said(failed, JobEvent.Became.HAPPENED)),
        new Meeting(failed, said(failed, JobEvent.Became.DID_NOT)),
        new Meeting(canceled, said(canceled, JobEvent.Became.HAPPENED)));
  }

  private static Meeting settled(Job job, JobEvent.Finding finding) {
    return new Meeting(
        job, new JobEvent.EffectSettled(seconds(74), job.fence(), effect(job), finding));
  }

  private static Stream<Meeting> deliveries(Job job) {
    var two = withASecondEffect(job);
    return Stream.of(
        ended(two, new JobEvent.Outcome.Done("ref")),
        ended(job, new JobEvent.Outcome.Done("ref")),
        ended(job, new JobEvent.Outcome.NotDone("busy", seconds(120))),
        ended(job, new JobEvent.Outcome.Impossible(JobFixtures.badInput())),
        ended(job, new JobEvent.Outcome.Unknown("no answer")));
  }

  private static Stream<Meeting> exhaustedDelivery() {
    var job = aJobBeingDelivered();
    for (int i = 1; i < 3; i++) job = taken(job, seconds(100 + i * 100));
    return Stream.of(
        new Meeting(
            job,
            new JobEvent.StepRetriable(
                seconds(305), job.fence(), "deliver", "busy", seconds(400))));
  }

  private static Job withASecondEffect(Job job) {
    var first = job.effects().getFirst();
    var second =
        new Effect(
            another(first.id()),
            first.kind(),
            first.revision(),
            first.digest(),
            Effect.Standing.APPROVED);
    return job.withEffects(List.of(second, first));
  }

  /// Ids are random: any last character may be there already.
  private static EffectId another(EffectId id) {
    var value = id.value();
    var start = value.substring(0, value.length() - 1);
    return new EffectId(start + (value.endsWith("0") ? "1" : "0"));
  }

  private static Meeting decided(Job job, Decision.Say say) {
    return new Meeting(job, new JobEvent.Decided(seconds(60), decision(job, say)));
  }

  private static Meeting ended(Job job, JobEvent.Outcome outcome) {
    return new Meeting(
        job, new JobEvent.EffectEnded(seconds(73), job.fence(), effect(job), outcome));
  }

  private static List<Class<?>> variantsOf(Class<?> sealed) {
    return Arrays.<Class<?>>asList(sealed.getPermittedSubclasses());
  }
}
