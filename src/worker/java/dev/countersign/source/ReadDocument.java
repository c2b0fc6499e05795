package dev.countersign.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Reads any uploaded file to pages of text. What is wrong with the file is told as a [Gap] of the
/// document, never thrown; a file that takes too long is given up and said to have timed out.
public final class ReadDocument {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final ReadLimits limits;

  public ReadDocument(ReadLimits limits) {
    this.limits = limits;
  }

  /// @param id the source's id in its job
  /// @param name the file name as uploaded; it names the document and is never used as a path
  public Document read(String id, String name, byte[] bytes) {
    try {
      Path file = Files.createTempFile("source", ".bin");
      try {
        Files.write(file, bytes);
        return read(id, name, file);
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("no temporary file for source " + id, e);
    }
  }

  /// @param file the bytes on disk
  /// @throws UncheckedIOException when the file itself cannot be reached; worth a retry
  public Document read(String id, String name, Path file) {
    String shown = SafeName.of(name);
    try {
      FileType type = DetectType.of(file, shown);
      Reading reading = inTime(shown, () -> new ReadContent().read(shown, file, limits));
      return new Document(
          id, shown, sha256(file), type.mediaType(), reading.pages(), reading.gaps());
    } catch (IOException e) {
      throw new UncheckedIOException("source " + id + " cannot be reached", e);
    }
  }

  private interface Work {
    Reading read() throws IOException;
  }

  /// In a thread of its own, told to stop when its time is up: each reader checks in its inner
  /// loops, so the thread ends soon after, and it works on limited input in any case.
  private Reading inTime(String name, Work work) throws IOException {
    FutureTask<Reading> task = new FutureTask<>(work::read);
    Thread thread = Thread.ofPlatform().daemon().name("read-source").start(task);
    try {
      return task.get(limits.time().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      end(thread, task);
      return Reading.nothing(Gap.timedOut(name, limits.time().toSeconds()));
    } catch (InterruptedException e) {
      end(thread, task);
      Thread.currentThread().interrupt();
      throw new IOException("told to stop while reading", e);
    } catch (ExecutionException e) {
      return failed(name, e.getCause());
    }
  }

  /// A function may be frozen soon after; nothing is to be left running in it.
  private static void end(Thread thread, FutureTask<Reading> task) {
    task.cancel(true);
    try {
      thread.join(PATIENCE);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static Reading failed(String name, @Nullable Throwable cause) throws IOException {
    return switch (cause) {
      case IOException unreachable -> throw unreachable;
      case StackOverflowError tooDeep -> Reading.nothing(Gap.damaged(name));
      case OutOfMemoryError tooMuch ->
          Reading.nothing(Gap.tooLarge(name, "it needs too much memory", "what is free"));
      case Error fatal -> throw fatal;
      case null, default -> Reading.nothing(Gap.damaged(name));
    };
  }

  private static String sha256(Path file) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
        in.transferTo(OutputStream.nullOutputStream());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
