package dev.countersign.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.countersign.page.Outbox;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/// The folder where local mail ends up: `NAME.eml` with the bytes as sent, and `NAME.json` with the
/// envelope. Names sort by arrival.
final class OutboxFolder implements Outbox {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern NAME = Pattern.compile("\\d{13}-\\d{4,9}");
  private static final String MESSAGE = ".eml";

  private final Path folder;
  private final InstantSource clock;
  private final AtomicInteger sequence = new AtomicInteger();

  OutboxFolder(Path folder, InstantSource clock) {
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
    write(name + MESSAGE, message);
    return name;
  }

  @Override
  public List<KeptMail> newest(int most) {
    if (Files.notExists(folder)) return List.of();
    try (var files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(MESSAGE))
          .map(name -> name.substring(0, name.length() - MESSAGE.length()))
          .sorted(Comparator.reverseOrder())
          .limit(most)
          .map(this::mail)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("The outbox cannot be read", e);
    }
  }

  @Override
  public Optional<byte[]> message(String id) {
    Path file = folder.resolve(id + MESSAGE);
    if (!NAME.matcher(id).matches() || Files.notExists(file)) return Optional.empty();
    try {
      return Optional.of(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException("Message " + id + " cannot be read", e);
    }
  }

  private KeptMail mail(String name) {
    try {
      var kept = JSON.readValue(folder.resolve(name + ".json").toFile(), Envelope.class);
      var received = Instant.parse(kept.received());
      return new KeptMail(name, received, kept.mailFrom(), kept.rcptTo(), kept.bytes());
    } catch (IOException e) {
      throw new UncheckedIOException("The envelope of " + name + " cannot be read", e);
    }
  }

  private void write(String name, byte[] bytes) throws IOException {
    Path part = folder.resolve(name + ".part");
    Files.write(part, bytes);
    Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
  }
}
