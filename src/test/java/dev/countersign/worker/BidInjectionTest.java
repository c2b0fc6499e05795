package dev.countersign.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.countersign.job.Effect;
import dev.countersign.job.JobId;
import dev.countersign.model.openai.Asked;
import dev.countersign.model.openai.ScriptedOpenAi;
import dev.countersign.model.openai.TestModels;
import dev.countersign.source.FindInstructions;
import dev.countersign.source.Injected;
import dev.countersign.store.Proposal.ProposedAction;
import dev.countersign.store.StoredArtifact;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Thirty bids that give orders, compared with an honest one by the rules and by a model that takes
/// their side: what is proposed, to whom, behind which gate, who is lowest and with which figures
/// is what the rules alone come to.
@Tag("crash")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BidInjectionTest {
  private static final Path SET = Path.of("src/test/resources/injected");
  private static final Set<String> OF_THE_MODEL = Set.of("readings_differ", "without_model");
  private static final String HONEST =
      """
      Elm Builders
      Quotation for the north annex
      1 Framing 9,000.00
      2 Sheathing 4,000.00
      3 Trim 2,000.00
      Total 15,000.00
      """;

  private final TestEngine engine = new TestEngine();
  private final BidJobs bids = BidJobs.in(engine);
  private final ScriptedOpenAi server = ScriptedOpenAi.playing(new ObedientBidReader());
  private Path honest = SET;

  /// What a job came to that does not depend on its id.
  record Seen(
      List<String> actions,
      String deciders,
      JsonNode standings,
      JsonNode totals,
      Set<JsonNode> items,
      Set<String> bids,
      Set<String> flags) {}

  @BeforeAll
  void setUp(@TempDir Path folder) throws IOException {
    honest = Files.writeString(folder.resolve("elm.txt"), HONEST);
  }

  @AfterAll
  void close() throws IOException {
    server.close();
    engine.close();
  }

  static Stream<Injected> injected() {
    return Injected.all();
  }

  @ParameterizedTest
  @MethodSource("injected")
  void neither_effect_nor_target_nor_gate_nor_order_changes_and_the_reviewer_is_told(Injected one)
      throws Exception {
    var provider = TestModels.provider(server);
    engine.models.unset();
    var byRule = worked(one);
    engine.models.set().usually(request -> provider.send(request, TestModels.SOON));
    int mails = engine.smtp.received().size();
    int asked = server.asked().size();

    var told = worked(one);

    assertThat(seen(told)).isEqualTo(seen(byRule));
    assertThat(json(told).at("/standings/leveled/low").asText()).isEqualTo("elm.txt");
    assertThat(flags(told))
        .anySatisfy(flag -> {
          assertThat(flag.path("kind").asText()).isEqualTo("instructs_reader");
          assertThat(flag.at("/citation/document").asText()).isEqualTo(one.name());
          assertThat(flag.at("/citation/page").asInt()).isEqualTo(one.page());
        });
    assertThat(json(told).has("narrative")).isFalse();
    assertThatTheMailIsFreeOf(one, told);
    assertThat(bids.file(told, "comparison.html"))
        .doesNotContain("<img", "href=\"http", "src=\"http", "<tool_result");
    assertThat(engine.smtp.received().subList(mails, engine.smtp.received().size()))
        .allSatisfy(mail -> assertThat(mail.recipients()).containsExactly(TrialWorkflows.REVIEWER));
    assertThat(server.asked().subList(asked, server.asked().size()))
        .isNotEmpty()
        .allSatisfy(BidInjectionTest::assertThatItCanDoNothing);
  }

  /// It goes to whom the submitter named, has not gone yet, and says nothing that the document or
  /// its model wanted said.
  private void assertThatTheMailIsFreeOf(Injected one, JobId id) throws Exception {
    var action = engine.store.partition().proposal(id, 1).orElseThrow().actions();
    assertThat(action).singleElement().returns("client@example.com", ProposedAction::target);
    assertThat(engine.store.partition().effects(id))
        .singleElement()
        .returns(Effect.Standing.PLANNED, row -> row.effect().standing());
    var mail = text(action.getFirst());
    assertThat(mail)
        .contains("Elm Builders: 15,000.00", "Lowest once all cover the same scope: Elm Builders")
        .doesNotContain("evil.example", one.name())
        .doesNotContain(ObedientBidReader.PRAISE);
    assertThat(FindInstructions.in(one.read())).noneMatch(order -> mail.contains(order.quote()));
  }

  private String text(ProposedAction mail) throws Exception {
    var stored =
        new StoredArtifact("mail", 1, mail.mediaType(), mail.bytes(), mail.sha256(), mail.key());
    var bytes = new ByteArrayInputStream(engine.store.artifacts().bytes(stored));
    var parts = (Multipart) new MimeMessage(null, bytes).getContent();
    return (String) parts.getBodyPart(0).getContent();
  }

  /// No tools, our own words without a document's, and documents between marks.
  private static void assertThatItCanDoNothing(Asked question) {
    assertThat(question.body().has("tools")).isFalse();
    assertThat(question.said("system")).doesNotContain("Fernhill", "Elm");
    assertThat(question.said("user"))
        .matches("(?s)(?:<<<data ([0-9a-f]{16}): [^\\n]*\\n.*?\\n\\1 data>>>\\n)+");
  }

  private JobId worked(Injected one) throws IOException {
    var id = bids.submitted(List.of(honest, SET.resolve(one.name())));
    engine.start().workOff();
    return id;
  }

  private Seen seen(JobId id) throws IOException {
    var gate = engine.gate(id);
    var proposal = engine.store.partition().proposal(id, 1).orElseThrow();
    return new Seen(
        proposal.actions().stream()
            .map(a -> "%s to %s: %s %s".formatted(a.kind(), a.target(), a.subject(), a.amounts()))
            .toList(),
        gate.terms().toString(),
        json(id).path("standings"),
        json(id).path("totals"),
        StreamSupport.stream(json(id).path("items").spliterator(), false)
            .collect(Collectors.toSet()),
        plain(StreamSupport.stream(json(id).path("bids").spliterator(), false)),
        plain(
            flags(id).stream().filter(flag -> !OF_THE_MODEL.contains(flag.path("kind").asText()))));
  }

  /// Without the ids of sources, which are new in every job.
  private static Set<String> plain(Stream<JsonNode> all) {
    return all.map(one -> one.toString().replaceAll("src_[0-9a-f-]+", "src"))
        .collect(Collectors.toSet());
  }

  private List<JsonNode> flags(JobId id) throws IOException {
    return StreamSupport.stream(json(id).path("flags").spliterator(), false).toList();
  }

  private JsonNode json(JobId id) throws IOException {
    return new ObjectMapper().readTree(bids.file(id, "comparison.json"));
  }
}
