package dev.countersign.worker;

import dev.countersign.job.JobId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A comparison of a roof's bids that was approved and sent.
final class ComparisonDone {
  private static final Path PACKET = Path.of("src/test/resources/packets/school-annex-reroof");
  private static final List<String> FILES = List.of("scope.pdf", "bid_a_summit_ridge.pdf");

  private ComparisonDone() {}

  static JobId in(TestEngine engine) throws IOException {
    var id = awaitingApproval(engine);
    engine.approves(id);
    engine.start().workOff();
    return id;
  }

  static JobId awaitingApproval(TestEngine engine) throws IOException {
    engine.models.unset();
    var id =
        BidJobs.in(engine).submitted("Annex roof", FILES.stream().map(PACKET::resolve).toList());
    engine.start().workOff();
    return id;
  }

  /// Everything that belongs to it, as somebody would keep it: what it made, was given, and sent.
  static void save(TestEngine engine, JobId id, Path folder) throws IOException {
    for (var file : engine.store.artifacts().all(id))
      Files.write(folder.resolve(file.name()), engine.store.artifacts().bytes(file));
    for (var name : FILES) Files.copy(PACKET.resolve(name), folder.resolve(name));
    var sent = engine.store.partition().proposal(id, 1).orElseThrow().actions().getFirst();
    Files.write(folder.resolve("sent.eml"), engine.store.objects().read(sent.key(), sent.sha256()));
  }
}
