package dev.countersign.lambda;

import dev.countersign.lambda.template.FunctionSpec;
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

  /// @param more environment that is not the template's: credentials and endpoints
  LambdaFunction(FunctionSpec spec, FunctionHost host, Map<String, String> more) {
    this.spec = spec;
    this.host = host;
    this.more = Map.copyOf(more);
  }

  FunctionSpec spec() {
    return spec;
  }

  /// The environment that is not the template's.
  Map<String, String> more() {
    return more;
  }

  Answer invoke(String event) throws InterruptedException {
    var process = warm();
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

  @Override
  public void close() {
    busy.forEach(FunctionProcess::close);
    idle.forEach(FunctionProcess::close);
  }

  private FunctionProcess warm() throws InterruptedException {
    var process = idle.poll();
    return process == null ? host.start(spec, more) : process;
  }
}
