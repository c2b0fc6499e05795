package dev.countersign.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.job.Effect.Standing;
import dev.countersign.job.JobEvent.Became;
import dev.countersign.job.JobState;
import dev.countersign.submit.Asked;
import dev.countersign.worker.BreakingPoint.Crash;
import dev.countersign.worker.BreakingPoint.Place;
import dev.countersign.worker.BreakingPoint.Side;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// A worker died over an effect before it heard, and whoever clears that up dies as well: at every
/// write and every call of finding out, and at every write of a person's word. Two crashes a case
/// take their time: `make test-crash` runs them.
@Tag("crash")
class UnknownCrashTest {
  /// Each place at which the worker dies before it hears, with each at which the next one does.
  static Stream<Arguments> twice() {
    return EffectCrashTest.places()
        .filter(first -> first.side() == Side.DURING)
        .flatMap(first -> places(first).stream().map(then -> Arguments.of(first, then)));
  }

  private static List<Place> places(Place first) {
    try (var delivery = Delivery.approved()) {
      delivery.crashed(first.breaking());
      var breaking = BreakingPoint.never();
      delivery.goOn(breaking);
      return breaking.places().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("twice")
  void a_worker_that_dies_finding_out_does_nothing_twice_and_loses_nothing(
      Place first, Place then) {
    try (var delivery = Delivery.approved()) {
      delivery.crashed(first.breaking());
      delivery.crashedGoingOn(then.breaking());

      delivery.goOn();

      delivery.assertAtMostOnce();
      while (!(delivery.engine.job(delivery.id).state() instanceof JobState.Completed))
        delivery.assertWayOut();
      delivery.assertEachArrivedOnce();
    }
  }

  static Stream<Arguments> words() {
    try (var delivery = unknownMail()) {
      var breaking = BreakingPoint.never();
      delivery.says(breaking, Became.HAPPENED);
      var places = breaking.places().toList();
      assertThat(breaking.names()).containsExactly("TransactWriteItems", "SendMessage");
      return places.stream()
          .flatMap(place -> Stream.of(Became.values()).map(word -> Arguments.of(place, word)));
    }
  }

  @ParameterizedTest
  @MethodSource("words")
  void a_word_counts_once_although_the_process_that_records_it_dies(Place place, Became word) {
    try (var delivery = unknownMail()) {
      var before = delivery.mails();
      try {
        delivery.says(place.breaking(), word);
      } catch (Crash _) {
        assertThat(delivery.mails()).isEqualTo(before);
      }
      // they press again; the page that they see is the same or shows that it counted
      if (delivery.unknown().isPresent())
        assertThat(delivery.says(BreakingPoint.never(), word)).isInstanceOf(Asked.Done.class);

      delivery.goOn();

      assertThat(delivery.engine.timeline(delivery.id)).containsOnlyOnce("outcome_said");
      assertThat(delivery.standings()).containsOnly(Standing.DONE);
      // whoever says that it did not happen although it did sends it again: with their name on it
      long mails = word == Became.HAPPENED ? 1 : 2;
      assertThat(delivery.mails().values()).containsExactly(mails);
      assertThat(delivery.arrivals().values()).containsOnly(1);
    }
  }

  /// The mail is with the client, and nobody recorded that.
  private static Delivery unknownMail() {
    var delivery = Delivery.approved();
    var place =
        EffectCrashTest.places()
            .filter(p -> p.side() == Side.DURING && p.point().name().equals("perform email"))
            .findFirst()
            .orElseThrow();
    delivery.crashed(place.breaking());
    delivery.goOn();
    assertThat(delivery.unknown()).isPresent();
    return delivery;
  }
}
