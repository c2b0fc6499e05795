package dev.countersign.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// The folder where local mail ends up: `NAME.eml` with the bytes as sent, and `NAME.json` with the
/// envelope. Names sort by arrival.
final class Outbox {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;
  private final InstantSource clock;
  private final AtomicInteger sequence = new AtomicInteger();

  Outbox(Path folder, InstantSource clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /// The SMTP envelope of a kept message; `received` is ISO 8601.
  @RegisterForReflection
  record Envelope(int schema, String received, String mailFrom, List<String> rcptTo, long bytes) {
    Envelope {
      rcptTo = List.copyOf(rcptTo);
    }
  }

  /// Keeps a message; the envelope is there before the message is, so whoever sees the one can read
  /// the other. Answers the file's name, which becomes part of the SMTP reply.
  String keep(String mailFrom, List<String> rcptTo, byte[] message) throws IOException {
    var now = clock.instant();
    String name = "%013d-%04d".formatted(now.toEpochMilli(), sequence.incrementAndGet());
    Files.createDirectories(folder);
    var envelope = new Envelope(1, now.toString(), mailFrom, rcptTo, message.length);
    write(name + ".json", JSON.writeValueAsBytes(envelope));
    write(name + ".eml", message);
    return name;
  }

  private void write(String name, byte[] bytes) throws IOException {
    Path part = folder.resolve(name + ".part");
    Files.write(part, bytes);
    Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
  }
}
