package dev.countersign.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.countersign.approval.ProposalDigest;
import dev.countersign.job.JobId;
import dev.countersign.job.JobState;
import dev.countersign.model.openai.Asked;
import dev.countersign.model.openai.Play;
import dev.countersign.model.openai.RuleReader;
import dev.countersign.model.openai.ScriptedOpenAi;
import dev.countersign.model.openai.TestModels;
import dev.countersign.store.CallRow;
import dev.countersign.store.CallRow.Standing;
import dev.countersign.worker.BreakingPoint.Side;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A comparison of two bids with a model, from its submission to the gate, over HTTP.
class BidModelJobTest {
  private static final Path ROOF = Path.of("src/test/resources/packets/school-annex-reroof");
  private static final List<Path> FILES =
      List.of(
          ROOF.resolve("scope.pdf"),
          ROOF.resolve("bid_a_summit_ridge.pdf"),
          ROOF.resolve("bid_b_clearwater.pdf"));

  /// Prices and places of two bids, and a summary.
  private static final int QUESTIONS = 5;

  private static final Pattern IDS = Pattern.compile("(job|src|call)_[0-9a-f-]{36}");

  private final TestEngine engine = new TestEngine();
  private final BidJobs bids = BidJobs.in(engine);
  private int writes;
  private Function<Asked, Play> script = new RuleReader();
  private final ScriptedOpenAi server = ScriptedOpenAi.playing(asked -> script.apply(asked));

  BidModelJobTest() {
    var provider = TestModels.provider(server);
    engine.models.usually(request -> provider.send(request, TestModels.SOON));
  }

  @AfterEach
  void close() throws IOException {
    server.close();
    engine.close();
  }

  @Test
  void each_bid_is_read_and_lined_up_by_a_model_too_and_summarized() throws IOException {
    var id = bids.submitted(FILES);

    engine.start().workOff();

    assertThat(engine.job(id).state()).isInstanceOf(JobState.NeedsReview.class);
    assertThat(calls(id))
        .extracting(CallRow::prompt)
        .containsExactlyInAnyOrder(
            "bid-prices@1", "bid-prices@1", "bid-places@1", "bid-places@1", "bid-summary@1");
    var narrative = json(id).path("narrative");
    assertThat(narrative.path("model").asText()).isEqualTo("small");
    assertThat(narrative.path("sentences").size()).isPositive();
    assertThat(narrative.at("/sentences/0/grounds/0/fact").asText()).isNotEmpty();
    assertThat(bids.file(id, "comparison.html")).contains("written by a model (small)");
    assertThat(kinds(id)).doesNotContain("without_model");
  }

  @Test
  void without_a_usable_answer_there_is_the_rules_comparison_and_a_flag_that_says_so()
      throws IOException {
    for (var play :
        List.of(new Play.Refuses("no"), Play.errors(401, "no_key"), Play.says("no json"))) {
      script = _ -> play;
      assertByRuleAlone(worked());
    }
  }

  @Test
  void a_provider_that_stays_away_does_not_fail_the_job() throws IOException {
    script = _ -> Play.errors(503, "overloaded");

    var id = bids.submitted(FILES);
    for (int i = 0; i < 60 && !atTheGate(id); i++) workAndWait();

    assertByRuleAlone(id);
  }

  @Test
  void a_budget_that_has_no_room_does_not_fail_the_job_and_asks_nothing() throws IOException {
    engine.modelConfig = engine.modelConfig.withBudget("0.001");

    assertByRuleAlone(worked());
    assertThat(server.asked()).isEmpty();
  }

  /// How far into its writes and calls the first worker comes, in tenths.
  @ParameterizedTest
  @ValueSource(ints = {3, 7})
  void a_try_after_a_crash_asks_nothing_that_was_answered(int tenths) throws IOException {
    var undisturbed = worked();
    int asked = server.asked().size();
    var id = bids.submitted(FILES);
    crashed(BreakingPoint.at(writes * tenths / 10, Side.AFTER));
    long answered = done(id);
    int before = server.asked().size() - asked;

    for (int i = 0; i < 8 && !atTheGate(id); i++) workAndWait();

    assertThat(atTheGate(id)).isTrue();
    assertThat(server.asked().size() - asked - before).isEqualTo(QUESTIONS - (int) answered);
    assertThat(done(id)).isEqualTo(QUESTIONS);
    assertThat(kinds(id)).doesNotContain("without_model");
    assertThat(json(id).has("narrative")).isTrue();
    assertThat(packet(id)).isEqualTo(packet(undisturbed));
  }

  /// The SHA-256 of each of its files; but for ids, which no two jobs share, byte by byte.
  private Map<String, String> packet(JobId id) {
    return engine.store.artifacts().all(id).stream()
        .collect(
            Collectors.toMap(
                file -> file.name(),
                file -> sha256(IDS.matcher(bids.file(id, file.name())).replaceAll("id"))));
  }

  private static String sha256(String text) {
    return ProposalDigest.sha256(text.getBytes(StandardCharsets.UTF_8));
  }

  private JobId worked() throws IOException {
    var id = bids.submitted(FILES);
    writes = engine.start().workOff().breaking.names().size();
    return id;
  }

  private void crashed(BreakingPoint breaking) {
    try {
      engine.start(breaking).workOff();
    } catch (BreakingPoint.Crash _) {
      assertThat(breaking.dead()).isTrue();
    }
    assertThat(breaking.dead()).as("the process reached that write").isTrue();
  }

  /// Time passes, the sweeper runs, and a worker takes what is there.
  private void workAndWait() {
    var process = engine.start().workOff();
    engine.clock.advance(Duration.ofSeconds(70));
    process.sweep.run(TimeLeft.UNLIMITED);
    process.workOff();
  }

  private void assertByRuleAlone(JobId id) throws IOException {
    assertThat(atTheGate(id)).isTrue();
    assertThat(kinds(id)).contains("without_model").doesNotContain("readings_differ");
    assertThat(json(id).has("narrative")).isFalse();
    assertThat(json(id).path("items").size()).isPositive();
    assertThat(bids.file(id, "comparison.html")).contains("No model had a part in");
  }

  private boolean atTheGate(JobId id) {
    return engine.job(id).state() instanceof JobState.NeedsReview;
  }

  private List<CallRow> calls(JobId id) {
    return engine.store.calls().of(id);
  }

  private long done(JobId id) {
    return calls(id).stream().filter(call -> call.standing() == Standing.DONE).count();
  }

  private JsonNode json(JobId id) throws IOException {
    return new ObjectMapper().readTree(bids.file(id, "comparison.json"));
  }

  private List<String> kinds(JobId id) throws IOException {
    var kinds = new ArrayList<String>();
    for (var flag : json(id).path("flags")) kinds.add(flag.path("kind").asText());
    return kinds;
  }
}
