package dev.countersign.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.job.Effect;
import dev.countersign.job.Effect.Standing;
import dev.countersign.job.EffectId;
import dev.countersign.job.JobState;
import dev.countersign.store.EffectRow;
import dev.countersign.worker.BreakingPoint.Place;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Ends the worker before, during and after every write and every call of a delivery with five
/// effects, against a real mail server and a receiver that counts: nothing ever arrives twice, and
/// nothing is lost without a way out. Where it can end is found by watching one that nothing
/// disturbs, so that no write and no call is left out.
@Tag("crash")
class EffectCrashTest {
  static Stream<Place> places() {
    try (var delivery = Delivery.approved()) {
      return delivery.engine.start().workOff().breaking.places();
    }
  }

  @Test
  void a_delivery_that_nothing_disturbs_does_each_effect_once_in_order() {
    try (var delivery = Delivery.approved()) {
      var breaking = delivery.engine.start().workOff().breaking;

      delivery.assertEachArrivedOnce();
      assertThat(breaking.names())
          .containsExactly(
              "UpdateItem",
              "TransactWriteItems",
              "perform publish",
              "PutObject",
              "TransactWriteItems",
              "TransactWriteItems",
              "perform email",
              "TransactWriteItems",
              "TransactWriteItems",
              "perform webhook",
              "TransactWriteItems",
              "TransactWriteItems",
              "perform webhook",
              "TransactWriteItems",
              "TransactWriteItems",
              "perform record-change",
              "TransactWriteItems");
      assertThat(delivery.engine.receiver.requests() + delivery.mails().size())
          .as("what went out, all of it seen by the breaking point")
          .isEqualTo(breaking.heard());
      assertThat(delivery.engine.timeline(delivery.id).stream().filter("effect_done"::equals))
          .hasSize(Delivery.EFFECTS);
      assertThat(delivery.engine.store.partition().effects(delivery.id))
          .allMatch(row -> row.effect().key(delivery.id).equals(row.key()))
          .extracting(EffectRow::facts)
          .allMatch(facts -> facts.containsKey("ref") && facts.containsKey("key"));
    }
  }

  @ParameterizedTest
  @MethodSource("places")
  void a_worker_that_dies_does_nothing_twice_and_loses_nothing(Place place) {
    try (var delivery = Delivery.approved()) {
      delivery.crashed(place.breaking());

      delivery.goOn();

      delivery.assertAtMostOnce();
      delivery.assertWayOut();
      delivery.assertEachArrivedOnce();
    }
  }

  /// Somebody cancels right after the crash.
  @ParameterizedTest
  @MethodSource("places")
  void a_cancel_after_a_worker_died_tells_what_happened_and_begins_nothing(Place place) {
    try (var delivery = Delivery.approved()) {
      delivery.crashed(place.breaking());
      if (delivery.engine.job(delivery.id).state() instanceof JobState.Completed) return;
      delivery.engine.cancels(delivery.id);

      delivery.goOn();

      delivery.assertAtMostOnce();
      var told = delivery.receipt();
      assertThat(all(delivery, told.done())).allMatch(delivery::arrived);
      assertThat(all(delivery, told.prevented())).noneMatch(delivery::arrived);
      assertThat(told.unknown()).hasSizeLessThanOrEqualTo(1);
      delivery
          .unknown()
          .ifPresent(effect -> delivery.says(BreakingPoint.never(), delivery.truth(effect)));
      delivery.goOn();
      assertThat(delivery.receipt().unknown()).isEmpty();
      assertThat(delivery.standings()).isSubsetOf(Standing.DONE, Standing.PREVENTED);
    }
  }

  private static List<Effect> all(Delivery delivery, List<EffectId> ids) {
    return delivery.engine.job(delivery.id).effects().stream()
        .filter(effect -> ids.contains(effect.id()))
        .toList();
  }
}
