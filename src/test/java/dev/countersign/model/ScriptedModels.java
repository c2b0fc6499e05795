package dev.countersign.model;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// A provider that says what its test wants, and outlives the processes that ask it. Without a
/// script it says the word `yes`. Background answers are there after some time of the test's clock.
public final class ScriptedModels {
  public static final Usage USAGE = new Usage(1000, 200, 100, 20);
  private final InstantSource clock;
  private final Deque<ModelAnswer> script = new ArrayDeque<>();
  private final Map<String, Kept> kept = new LinkedHashMap<>();
  private final List<ModelRequest> asked = new ArrayList<>();
  private final List<String> canceled = new ArrayList<>();
  private Duration takes = Duration.ofMinutes(20);
  private volatile boolean configured = true;
  private boolean background = true;
  private int retrieved;
  private Function<ModelRequest, ModelAnswer> usual = _ -> word("yes");

  public ScriptedModels(InstantSource clock) {
    this.clock = clock;
  }

  private record Kept(
      Instant done, Map<String, String> metadata, ModelAnswer answer, boolean canceled) {}

  public synchronized ScriptedModels says(ModelAnswer... answers) {
    script.addAll(List.of(answers));
    return this;
  }

  /// What it says without a script: e.g. what a server says.
  public synchronized ScriptedModels usually(Function<ModelRequest, ModelAnswer> answer) {
    usual = answer;
    return this;
  }

  public synchronized ScriptedModels taking(Duration time) {
    takes = time;
    return this;
  }

  public synchronized ScriptedModels withoutBackground() {
    background = false;
    return this;
  }

  /// As where no key is set.
  public ScriptedModels unset() {
    configured = false;
    return this;
  }

  /// As where one is set again.
  public ScriptedModels set() {
    configured = true;
    return this;
  }

  public static Reply reply(String text) {
    return new Reply(text, List.of(), USAGE, Finish.STOP, "chat_1", "small-2026");
  }

  public static Reply word(String word) {
    return reply("{\"word\":\"%s\"}".formatted(word));
  }

  /// Every question that reached it, short or long, oldest first.
  public synchronized List<ModelRequest> asked() {
    return List.copyOf(asked);
  }

  /// The ids of the background responses, oldest first.
  public synchronized List<String> responses() {
    return List.copyOf(kept.keySet());
  }

  public synchronized List<String> canceled() {
    return List.copyOf(canceled);
  }

  /// How often anybody has looked for a background response.
  public synchronized int retrieved() {
    return retrieved;
  }

  public Providers providers() {
    return new Providers(new AtOnce(), new AtLength(), () -> Duration.ofHours(1));
  }

  private synchronized ModelAnswer answer(ModelRequest request) {
    asked.add(request);
    return script.isEmpty() ? usual.apply(request) : script.remove();
  }

  private synchronized LongAnswer created(ModelRequest request) {
    if (!background) return new LongAnswer.NoBackground();
    var answer = answer(request);
    if (answer instanceof ProviderFault.RateLimited || answer instanceof ProviderFault.Cut)
      return new LongAnswer.Failed((ProviderFault) answer);
    var id = "resp_" + (kept.size() + 1);
    kept.put(id, new Kept(clock.instant().plus(takes), request.metadata(), answer, false));
    return new LongAnswer.Going(id, request.metadata());
  }

  private synchronized LongAnswer standing(String id) {
    retrieved++;
    var response = kept.get(id);
    if (response == null) return new LongAnswer.NotKnown(id);
    if (response.canceled()) return new LongAnswer.Canceled(id, response.metadata());
    return clock.instant().isBefore(response.done())
        ? new LongAnswer.Going(id, response.metadata())
        : new LongAnswer.Ended(id, response.metadata(), response.answer());
  }

  private synchronized LongAnswer stopped(String id) {
    canceled.add(id);
    var response = kept.get(id);
    if (response != null && clock.instant().isBefore(response.done()))
      kept.put(id, new Kept(response.done(), response.metadata(), response.answer(), true));
    return standing(id);
  }

  private final class AtOnce implements Provider {
    @Override
    public boolean configured() {
      return configured;
    }

    @Override
    public long mostInput(ModelRequest request) {
      return 3000;
    }

    @Override
    public ModelAnswer send(ModelRequest request, Duration limit) {
      return answer(request);
    }
  }

  private final class AtLength implements LongProvider {
    @Override
    public LongAnswer create(ModelRequest request, Duration limit) {
      return created(request);
    }

    @Override
    public LongAnswer retrieve(String response, Duration limit) {
      return standing(response);
    }

    @Override
    public LongAnswer cancel(String response, Duration limit) {
      return stopped(response);
    }
  }
}
