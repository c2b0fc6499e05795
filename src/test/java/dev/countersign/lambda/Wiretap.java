package dev.countersign.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// Keeps every call that the functions make, and meets some of them with trouble.
final class Wiretap {
  private final List<SeenCall> seen = new CopyOnWriteArrayList<>();
  private final List<Trouble> troubles = new CopyOnWriteArrayList<>();

  /// What meets the calls that it is about, until it is closed.
  sealed interface Trouble extends AutoCloseable {
    Predicate<SeenCall> about();

    @Override
    void close();
  }

  /// A call that never arrives: whoever made it waits, until this is closed and the wire cut.
  final class Held implements Trouble {
    private final Predicate<SeenCall> about;
    private final CountDownLatch met = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);

    private Held(Predicate<SeenCall> about) {
      this.about = about;
    }

    @Override
    public Predicate<SeenCall> about() {
      return about;
    }

    /// Returns when such a call was made.
    void awaitCall() throws InterruptedException {
      if (!met.await(3, TimeUnit.MINUTES)) throw new AssertionError("no such call was made");
    }

    @Override
    public void close() {
      troubles.remove(this);
      over.countDown();
    }
  }

  /// A call that the service turns down.
  final class Refused implements Trouble {
    private final Predicate<SeenCall> about;

    private Refused(Predicate<SeenCall> about) {
      this.about = about;
    }

    @Override
    public Predicate<SeenCall> about() {
      return about;
    }

    @Override
    public void close() {
      troubles.remove(this);
    }
  }

  /// All calls so far.
  List<SeenCall> seen() {
    return List.copyOf(seen);
  }

  Held hold(Predicate<SeenCall> about) {
    var held = new Held(about);
    troubles.add(held);
    return held;
  }

  Refused refuse(Predicate<SeenCall> about) {
    var refused = new Refused(about);
    troubles.add(refused);
    return refused;
  }

  /// Whether the call goes on to its service; where not, it was answered here.
  boolean lets(SeenCall call, OutputStream answer) throws IOException {
    seen.add(call);
    return switch (troubleFor(call).orElse(null)) {
      case null -> true;
      case Held held -> {
        held.met.countDown();
        await(held.over);
        throw new InterruptedIOException("the wire is cut");
      }
      case Refused _ -> {
        answer.write(REFUSAL);
        answer.flush();
        yield false;
      }
    };
  }

  private Optional<Trouble> troubleFor(SeenCall call) {
    return troubles.stream().filter(trouble -> trouble.about().test(call)).findFirst();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static final byte[] REFUSAL =
      """
      HTTP/1.1 400 Bad Request\r
      Content-Type: application/x-amz-json-1.0\r
      Content-Length: 88\r
      \r
      {"__type":"com.amazon.coral.service#AccessDeniedException","Message":"not authorized  "}\
      """
          .getBytes(UTF_8);
}
