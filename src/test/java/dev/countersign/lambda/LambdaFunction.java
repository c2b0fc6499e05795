package dev.countersign.lambda;

import dev.countersign.lambda.template.FunctionSpec;
import java.time.Duration;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;

/// A function as Lambda runs it: as many processes as there are invocations at a time, used again
/// when idle, never again after a timeout or a crash.
final class LambdaFunction implements AutoCloseable {
  private final FunctionSpec spec;
  private final FunctionHost host;
  private final Map<String, String> more;
  private final Deque<FunctionProcess> idle = new ConcurrentLinkedDeque<>();
  private final Collection<FunctionProcess> busy = new ConcurrentLinkedDeque<>();
  private final List<Answer> answers = new CopyOnWriteArrayList<>();
  private volatile Duration limit;

  /// @param more environment that is not the template's: credentials and endpoints
  LambdaFunction(FunctionSpec spec, FunctionHost host, Map<String, String> more) {
    this.spec = spec;
    this.host = host;
    this.more = Map.copyOf(more);
    this.limit = spec.timeout();
  }

  FunctionSpec spec() {
    return spec;
  }

  /// The environment that is not the template's.
  Map<String, String> more() {
    return more;
  }

  /// Its time limit from now on; processes of before are not used again.
  void limitTo(Duration most) {
    limit = most;
    for (var process = idle.poll(); process != null; process = idle.poll()) process.close();
  }

  Answer invoke(String event) throws InterruptedException {
    return invoke(ready(), event);
  }

  /// A process of this function that waits for an invocation, to be used for one.
  FunctionProcess ready() throws InterruptedException {
    var process = idle.poll();
    return process == null ? host.start(spec.limitedTo(limit), more) : process;
  }

  Answer invoke(FunctionProcess process, String event) throws InterruptedException {
    busy.add(process);
    var answer = process.invoke(event);
    busy.remove(process);
    if (process.alive()) idle.push(process);
    else process.close();
    answers.add(answer);
    return answer;
  }

  /// How every invocation so far ended.
  List<Answer> answers() {
    return List.copyOf(answers);
  }

  /// Kills what is at work now, in the middle of it.
  void killBusy() throws InterruptedException {
    for (var process : busy) process.kill();
  }

  /// Stops what is at work now, as if it got no processor any more.
  void hangBusy() {
    for (var process : busy) process.hang();
  }

  @Override
  public void close() {
    busy.forEach(FunctionProcess::close);
    idle.forEach(FunctionProcess::close);
  }
}
