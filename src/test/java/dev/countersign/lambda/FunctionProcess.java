package dev.countersign.lambda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/// One process of a function. It is stopped whenever it waits for its next invocation, as Lambda
/// freezes it: what is still going on in it then goes nowhere.
final class FunctionProcess implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(90);

  private final RuntimeApi api;
  private final CompletableFuture<Process> process = new CompletableFuture<>();
  private final Duration limit;
  private final Semaphore frozen = new Semaphore(0);

  /// Returns when the process waits for its first invocation.
  ///
  /// @param start makes the process, from its Runtime API's address
  FunctionProcess(String name, Duration limit, InstantSource clock, Function<String, Process> start)
      throws InterruptedException {
    this.limit = limit;
    this.api = new RuntimeApi(name, limit, clock, this::freeze);
    process.complete(start.apply(api.address()));
    awaitStart(name);
  }

  /// A process with that environment and no more.
  static Process start(
      List<String> command, Path folder, Map<String, String> environment, Path log) {
    var builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    try {
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException("No process of " + command.getFirst(), e);
    }
  }

  /// One invocation, from hand-over to answer; the time limit counts from the hand-over.
  Answer invoke(String event) throws InterruptedException {
    var invocation = Invocation.of(event);
    var _ = process.join().onExit().thenAccept(ended -> invocation.answer().complete(died(ended)));
    signal("-CONT");
    api.give(invocation);
    try {
      var answer = invocation.answer().get(limit.toMillis(), TimeUnit.MILLISECONDS);
      awaitFreeze();
      return answer;
    } catch (TimeoutException _) {
      kill();
      return new Answer.TimedOut();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  boolean alive() {
    return process.join().isAlive();
  }

  /// As the operating system kills: no hook runs.
  void kill() throws InterruptedException {
    process.join().destroyForcibly().waitFor();
  }

  void hang() {
    signal("-STOP");
  }

  @Override
  public void close() {
    process.join().destroyForcibly();
    api.close();
  }

  private static Answer died(Process process) {
    return new Answer.Died(process.exitValue());
  }

  private void freeze() {
    process.join();
    signal("-STOP");
    frozen.release();
  }

  private void awaitFreeze() throws InterruptedException {
    boolean stopped = false;
    while (alive() && !stopped) stopped = frozen.tryAcquire(50, TimeUnit.MILLISECONDS);
  }

  private void awaitStart(String name) throws InterruptedException {
    long end = System.nanoTime() + START.toNanos();
    boolean ready = false;
    while (!ready && alive() && !api.initFault().isDone() && System.nanoTime() < end)
      ready = frozen.tryAcquire(50, TimeUnit.MILLISECONDS);
    if (ready) return;
    close();
    throw new IllegalStateException(
        "%s did not start: %s".formatted(name, api.initFault().getNow("see its log")));
  }

  private void signal(String signal) {
    try {
      new ProcessBuilder("kill", signal, Long.toString(process.join().pid())).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
