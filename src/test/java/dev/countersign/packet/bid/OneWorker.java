package dev.countersign.packet.bid;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.countersign.approval.ProposalDigest;
import dev.countersign.effect.TestMail;
import dev.countersign.job.JobId;
import dev.countersign.model.NoModels;
import dev.countersign.workflow.Artifact;
import dev.countersign.workflow.Models;
import dev.countersign.workflow.Source;
import dev.countersign.workflow.StepContext;
import dev.countersign.workflow.StepResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/// The steps of a comparison one after the other, in memory: results go through JSON as they do
/// when they are stored, and a source's id is its file name.
public final class OneWorker implements StepContext {
  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private final Map<Source, Path> files = new LinkedHashMap<>();
  private final Map<String, String> results = new HashMap<>();
  private final Map<String, Artifact> artifacts = new LinkedHashMap<>();
  private Models models = new NoModels();

  /// @param scope empty: it is found among the files
  public static OneWorker with(Optional<Path> scope, List<Path> bids) throws IOException {
    var worker = new OneWorker();
    if (scope.isPresent()) worker.add("scope", scope.get());
    for (var bid : bids) worker.add("files", bid);
    return worker;
  }

  /// All files of a folder but its truth.
  public static OneWorker on(Path folder) throws IOException {
    try (var all = Files.list(folder)) {
      return with(
          Optional.empty(),
          all.filter(file -> !file.endsWith("truth.json") && !file.endsWith("README.md"))
              .sorted()
              .toList());
    }
  }

  public OneWorker asking(Models some) {
    models = some;
    return this;
  }

  /// All steps up to the gate, and what it proposes.
  public StepResult.Propose run() throws Exception {
    for (var step : TestBidSteps.with(TestMail.rendering()).steps()) {
      switch (step.code().run(this)) {
        case StepResult.Propose proposal -> {
          return proposal;
        }
        case StepResult.Done done -> {
          results.put(step.name(), JSON.writeValueAsString(done.result()));
          for (var artifact : done.artifacts()) artifacts.put(artifact.name(), artifact);
        }
      }
    }
    throw new IllegalStateException("there is no gate");
  }

  public Comparison comparison() {
    return result("draft", Comparison.class);
  }

  private void add(String role, Path file) throws IOException {
    var bytes = Files.readAllBytes(file);
    var name = Objects.requireNonNull(file.getFileName()).toString();
    var digest = ProposalDigest.sha256(bytes);
    var source = new Source(name, role, name, "application/octet-stream", bytes.length, digest);
    files.put(source, file);
  }

  @Override
  public JobId job() {
    return new JobId("job_0190a000-0000-7000-8000-000000000001");
  }

  @Override
  public String title() {
    return "Bids";
  }

  @Override
  public String owner() {
    return "submitter@local.example";
  }

  @Override
  public Map<String, String> inputs() {
    return Map.of("deliver_to", "client@example.com");
  }

  @Override
  public int revision() {
    return 1;
  }

  @Override
  public int attempt() {
    return 1;
  }

  @Override
  public Instant startedAt() {
    return NOW;
  }

  @Override
  public Instant deadline() {
    return NOW.plusSeconds(300);
  }

  @Override
  public Optional<String> reviewerComment() {
    return Optional.empty();
  }

  @Override
  public List<Source> sources() {
    return List.copyOf(files.keySet());
  }

  @Override
  public Path open(Source source) {
    return Objects.requireNonNull(files.get(source));
  }

  @Override
  public <T> T result(String step, Class<T> type) {
    try {
      return JSON.readValue(Objects.requireNonNull(results.get(step)), type);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Artifact artifact(String name) {
    return Objects.requireNonNull(artifacts.get(name));
  }

  @Override
  public <T, R> List<R> each(
      List<T> items, Function<T, String> key, Class<R> type, Work<T, R> work) {
    var done = new ArrayList<R>();
    for (var item : items) done.add(one(item, type, work));
    return done;
  }

  private static <T, R> R one(T item, Class<R> type, Work<T, R> work) {
    try {
      return JSON.readValue(JSON.writeValueAsString(work.on(item)), type);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Models models() {
    return models;
  }
}
