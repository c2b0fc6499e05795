package dev.countersign.model.openai;

import static dev.countersign.model.openai.TestModels.SHORT;
import static dev.countersign.model.openai.TestModels.SOON;
import static dev.countersign.model.openai.TestModels.question;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.model.Finish;
import dev.countersign.model.ModelAnswer;
import dev.countersign.model.ProviderFault;
import dev.countersign.model.Usage;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Each way in which a short call can fail has a name, and is not hidden by another try.
class ProviderFaultTest {
  private static final Usage USED = new Usage(90, 0, 10, 0);

  @Test
  void too_many_requests_say_how_long_to_wait() {
    assertThat(met(Play.tooMany(17)))
        .isEqualTo(new ProviderFault.RateLimited(Duration.ofSeconds(17)));
  }

  @ParameterizedTest
  @CsvSource({
    "Retry-After, 'Thu, 01 Jan 2026 00:01:30 GMT', 90000",
    "Retry-After, 'Wed, 31 Dec 2025 00:00:00 GMT', 0",
    "Retry-After, 1.5, 1500",
    "retry-after-ms, 250, 250",
    "Retry-After, 99999999, 86400000"
  })
  void the_wait_may_be_said_in_each_of_the_usual_ways(String header, String value, long millis) {
    assertThat(met(new Play.Errors(429, "rate_limit_exceeded", Map.of(header, value))))
        .isEqualTo(new ProviderFault.RateLimited(Duration.ofMillis(millis)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "-5", ""})
  void a_wait_that_is_none_is_left_out(String value) {
    assertThat(met(new Play.Errors(429, "x", Map.of("Retry-After", value))))
        .isEqualTo(new ProviderFault.RateLimited(null));
  }

  @Test
  void no_money_left_is_nothing_to_wait_for() {
    assertThat(met(Play.errors(429, "insufficient_quota")))
        .isEqualTo(new ProviderFault.Rejected(429, "insufficient_quota"));
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 409, 500, 502, 503, 504, 529})
  void a_provider_that_breaks_is_unavailable(int status) {
    assertThat(met(Play.errors(status, "server_error")))
        .isEqualTo(new ProviderFault.Unavailable(status, null));
  }

  @Test
  void a_provider_that_is_not_there_is_unavailable() {
    var nowhere = TestModels.config(URI.create("http://127.0.0.1:1/v1"), Map.of());

    assertThat(TestModels.provider(nowhere).send(question("?"), SOON))
        .isEqualTo(new ProviderFault.Unavailable(0, null));
  }

  @ParameterizedTest
  @CsvSource({
    "400, context_length_exceeded",
    "401, invalid_api_key",
    "403, unsupported_country_region_territory",
    "404, model_not_found"
  })
  void what_the_provider_will_not_do_is_rejected_with_its_code_alone(int status, String code) {
    var answer = met(Play.errors(status, code));

    assertThat(answer).isEqualTo(new ProviderFault.Rejected(status, code));
    assertThat(answer.toString()).doesNotContain("sk-");
  }

  @Test
  void an_answer_that_does_not_come_ends_the_call_in_time() {
    assertThat(met(new Play.Hangs(), SHORT)).isEqualTo(new ProviderFault.TimedOut(SHORT));
  }

  @Test
  void an_answer_that_trickles_in_ends_the_call_in_time() {
    assertThat(met(new Play.Trickles(), SHORT)).isEqualTo(new ProviderFault.TimedOut(SHORT));
  }

  @Test
  void half_an_answer_is_a_cut() {
    assertThat(met(new Play.CutsOff())).isInstanceOf(ProviderFault.Cut.class);
  }

  @Test
  void an_answer_that_was_made_and_lost_is_a_cut_that_may_have_been_paid() {
    assertThat(met(Play.says("lost").lost()))
        .isInstanceOfSatisfying(
            ProviderFault.Cut.class, cut -> assertThat(cut.maybePaid()).isTrue());
  }

  @Test
  void a_refusal_is_told_and_was_paid_for() {
    assertThat(met(new Play.Refuses("I cannot.").counting(USED)))
        .isInstanceOfSatisfying(
            ProviderFault.Refused.class,
            refused -> {
              assertThat(refused.refusal()).isEqualTo("I cannot.");
              assertThat(refused.reply().usage()).isEqualTo(USED);
              assertThat(refused.reply().responseId()).isEqualTo("chatcmpl-1");
              assertThat(refused.maybePaid()).isFalse();
            });
  }

  @Test
  void an_answer_without_an_end_is_truncated() {
    assertThat(met(new Play.Truncated("{\"a\":").counting(USED)))
        .isInstanceOfSatisfying(
            ProviderFault.Truncated.class,
            cut -> {
              assertThat(cut.reply().text()).isEqualTo("{\"a\":");
              assertThat(cut.reply().finish()).isEqualTo(Finish.LENGTH);
              assertThat(cut.reply().usage()).isEqualTo(USED);
            });
  }

  @Test
  void an_answer_may_be_all_thought_and_no_word() {
    assertThat(met(new Play.Truncated(""))).isInstanceOf(ProviderFault.Truncated.class);
  }

  @Test
  void a_filter_may_step_in_after_and_before() {
    assertThat(met(new Play.Filtered("It"))).isInstanceOf(ProviderFault.Filtered.class);
    assertThat(met(Play.errors(400, "content_filter"))).isEqualTo(new ProviderFault.Filtered(null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n"})
  void an_answer_without_a_word_is_empty(String text) {
    assertThat(met(Play.says(text))).isInstanceOf(ProviderFault.Empty.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html>sign in, secret page</html>",
        "",
        "null",
        "[]",
        "{}",
        "{\"choices\":[]}",
        "{\"choices\":[{}]}"
      })
  void what_is_no_chat_completion_is_a_bad_answer_and_is_not_repeated(String body) {
    assertThat(met(new Play.Raw(body)))
        .isEqualTo(new ProviderFault.BadAnswer("The answer is no chat completion."));
  }

  @Test
  void an_answer_that_is_too_large_is_not_read() {
    try (var server = ScriptedOpenAi.playing(Play.says("x".repeat(5000)))) {
      var config = TestModels.config(server.baseUrl(), Map.of("most-bytes", "4096"));

      assertThat(TestModels.provider(config).send(question("?"), SOON))
          .isEqualTo(new ProviderFault.BadAnswer("The answer is longer than 4096 bytes."));
    }
  }

  @Test
  void no_redirect_is_followed_with_the_key() {
    assertThat(met(new Play.Errors(307, "", Map.of("Location", "http://127.0.0.1:1/"))))
        .isEqualTo(new ProviderFault.Rejected(307, "invalid_request_error"));
  }

  private static ModelAnswer met(Play play) {
    return met(play, SOON);
  }

  private static ModelAnswer met(Play play, Duration limit) {
    try (var server = ScriptedOpenAi.playing(play)) {
      var answer = TestModels.provider(server).send(question("?"), limit);
      assertThat(server.asked()).hasSize(1);
      return answer;
    }
  }
}
