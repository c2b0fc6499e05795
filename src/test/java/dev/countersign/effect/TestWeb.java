package dev.countersign.effect;

import dev.countersign.job.ApprovedAction;
import dev.countersign.job.Job;
import dev.countersign.job.JobFixtures;
import dev.countersign.job.UnknownAction;
import dev.countersign.store.Published;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Settings for effects over HTTP: a receiver on loopback, which as `localhost` honours keys.
public record TestWeb(int port, Duration timeout, boolean privately) implements WebConfig {
  public static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  public TestWeb(int port) {
    this(port, Duration.ofSeconds(10), true);
  }

  /// Every kind of effect that is no e-mail.
  public List<EffectPerformer> performers(
      Published published, RandomGenerator random, InstantSource clock) {
    return List.of(
        webhook(clock), recordChange(), new PublishPerformer(published, publication(random)));
  }

  public static Publication publication(RandomGenerator random) {
    return new Publication(URI.create("https://pages.example.com"), random);
  }

  /// As notifications go out.
  public WebPost post() {
    return new WebPost(call());
  }

  WebhookPerformer webhook(InstantSource clock) {
    return new WebhookPerformer(this, new WebRules(this), call(), clock);
  }

  RecordChangePerformer recordChange() {
    return new RecordChangePerformer(new WebRules(this), call());
  }

  private WebCall call() {
    return call(host -> List.of(InetAddress.getByName(host)));
  }

  WebCall call(WebCall.Names names) {
    return new WebCall(this, new WebRules(this), names);
  }

  /// As a worker gets it in the middle of an attempt.
  static ApprovedAction permission() {
    Job job = JobFixtures.aJobInTheMiddleOfAnEffect();
    return ApprovedAction.of(job, JobFixtures.effect(job), (_, _, _) -> true).orElseThrow();
  }

  static UnknownAction question() {
    Job job = JobFixtures.aJobThatAsksTheReceiver();
    return UnknownAction.of(job, JobFixtures.effect(job), (_, _, _) -> true).orElseThrow();
  }

  @Override
  public Optional<List<String>> targets() {
    return Optional.of(List.of("http://localhost:" + port, "http://127.0.0.1:" + port));
  }

  @Override
  public Optional<List<String>> privateHosts() {
    return privately ? Optional.of(List.of("localhost", "127.0.0.1")) : Optional.empty();
  }

  @Override
  public Optional<List<String>> honoursKey() {
    return Optional.of(List.of("localhost"));
  }

  @Override
  public Optional<String> signingSecret() {
    return Optional.of(SECRET);
  }

  @Override
  public Optional<List<String>> credentials() {
    return Optional.of(List.of("http://127.0.0.1:" + port + " Bearer open-sesame"));
  }

  @Override
  public int mostBytes() {
    return 1000;
  }
}
