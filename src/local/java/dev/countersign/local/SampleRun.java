package dev.countersign.local;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.local.Terminal.StepLine;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;

/// Submits a packet as a user would and shows how it goes, up to the gate.
final class SampleRun {
  private static final Duration LOOK_EVERY = Duration.ofMillis(150);
  private static final Set<String> GOING = Set.of("queued", "running");

  private final JobsClient jobs;
  private final Terminal terminal;
  private final InstantSource clock;
  private final Set<String> told = new HashSet<>();

  SampleRun(JobsClient jobs, Terminal terminal, InstantSource clock) {
    this.jobs = jobs;
    this.terminal = terminal;
    this.clock = clock;
  }

  /// Answers with the job as it was when it stopped going on by itself.
  JsonNode of(SamplePacket packet) throws IOException, InterruptedException {
    terminal.line(
        "Submitting \"%s\": %d bids%s"
            .formatted(
                packet.title(),
                packet.bids().size(),
                packet.scope().isEmpty() ? "" : " and a scope"));
    var job = jobs.submit(packet);
    String id = job.path("id").asText();
    terminal.line("%s is %s".formatted(id, job.path("status").asText()));
    while (GOING.contains(job.path("status").asText())) {
      show(job);
      Thread.sleep(LOOK_EVERY);
      job = jobs.job(id);
    }
    show(job);
    terminal.clearBar();
    return job;
  }

  private void show(JsonNode job) {
    var steps = job.path("steps");
    int done = 0;
    for (var step : steps) {
      String state = step.path("state").asText();
      if (state.equals("done")) done++;
      if (Set.of("done", "failed", "waiting").contains(state)) tell(step, state);
    }
    for (var step : steps)
      if (step.path("name").asText().equals(job.path("current_step").asText()))
        terminal.bar(done, steps.size(), line(step));
  }

  /// Once for each step, state and attempt.
  private void tell(JsonNode step, String state) {
    var line = line(step);
    if (told.add(line.name() + " " + state + " " + line.attempts())) terminal.step(line);
  }

  private StepLine line(JsonNode step) {
    var started = instant(step, "started_at");
    var elapsed = Duration.between(started, instant(step, "ended_at"));
    return new StepLine(
        step.path("name").asText(),
        step.path("state").asText(),
        step.path("attempts").asInt(),
        elapsed);
  }

  private Instant instant(JsonNode step, String field) {
    String text = step.path(field).asText("");
    return text.isEmpty() || text.equals("null") ? clock.instant() : Instant.parse(text);
  }
}
