package dev.countersign.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.countersign.EmbeddedServicesResource;
import dev.countersign.store.Ids;
import dev.countersign.store.Priming;
import dev.countersign.store.Renewable;
import dev.countersign.store.Snapshot;
import io.quarkus.arc.All;
import io.quarkus.arc.ClientProxy;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.random.RandomGenerator;
import org.crac.Resource;
import org.junit.jupiter.api.Test;

/// The hooks of SnapStart, called as Lambda calls them.
@QuarkusTest
@QuarkusTestResource(EmbeddedServicesResource.class)
class SnapshotTest {
  @Inject Snapshot snapshot;
  @Inject WorkerId worker;
  @Inject Ids ids;
  @Inject RandomGenerator random;
  @Inject @All List<Priming> primings;
  @Inject @All List<Renewable> renewables;

  @Test
  void each_part_can_be_used_before_the_snapshot_without_a_network() {
    assertThat(primings)
        .extracting(priming -> ClientProxy.unwrap(priming).getClass().getSimpleName())
        .contains("PrimeClients", "PrimeSigning", "PrimeAnswers", "PrimePacket", "PrimeMail");
    for (var priming : primings)
      assertThatCode(priming::prime).as(priming.getClass().getName()).doesNotThrowAnyException();
  }

  @Test
  void what_is_one_processs_alone_is_made_anew_after_the_restore() throws Exception {
    var name = worker.holder();

    ((Resource) snapshot).beforeCheckpoint(null);
    assertThat(worker.holder()).isEqualTo(name);
    ((Resource) snapshot).afterRestore(null);

    assertThat(worker.holder()).isNotEqualTo(name);
    assertThat(worker.isPredecessor(name)).isTrue();
    assertThat(ids.job()).isNotEqualTo(ids.job());
    assertThat(renewables).contains(worker).anyMatch(random::equals);
  }
}
