package dev.countersign.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Jobs in the packages that are deployed, on the resources, environment and events of the
/// template.
@Tag("lambda")
@ExtendWith(StageExtension.class)
class JobsThroughFunctionsTest {
  @Test
  void a_job_goes_from_upload_to_its_gate(MainJob job) {
    assertThat(job.atTheGate().getString("status")).isEqualTo("needs_review");
    assertThat(job.atTheGate().getList("steps.findAll { it.state == 'done' }.attempts"))
        .isNotEmpty()
        .containsOnly(1);
    assertThat(job.artifact()).contains("<title>").contains("Harborline");
  }

  @Test
  void its_models_are_asked_with_the_secrets_key_and_what_they_say_is_in_it(
      Stage stage, MainJob job) {
    assertThat(stage.models().asked())
        .isNotEmpty()
        .allMatch(asked -> "Bearer sk-scripted".equals(asked.headers().getFirst("Authorization")));
    assertThat(job.calls().getList("calls.task")).anyMatch("summary"::equals);
    assertThat(job.calls().getList("calls.standing")).isNotEmpty().containsOnly("done");
    assertThat(new BigDecimal(job.calls().getString("cost"))).isPositive();
    assertThat(job.artifact()).contains("written by a model");
  }

  @Test
  void who_opens_the_link_decides_nothing(MainJob job) {
    assertThat(job.afterLooking().getString("status")).isEqualTo("needs_review");
  }

  @Test
  void what_was_approved_is_delivered_once(MainJob job) {
    assertThat(job.end().getString("status")).isEqualTo("completed");
    assertThat(job.delivered())
        .singleElement()
        .satisfies(mail -> assertThat(mail.attachments()).isNotEmpty());
  }

  @Test
  void a_job_outlives_a_worker_that_is_killed_in_mid_step(Recovery recovery) {
    assertThat(recovery.killed().getString("status")).isEqualTo("needs_review");
    assertThat(attempts(recovery.killed())).startsWith(1, 2, 1);
    assertThat(recovery.answers()).hasAtLeastOneElementOfType(Answer.Died.class);
  }

  @Test
  void a_job_outlives_a_function_that_ran_into_its_timeout(Recovery recovery) {
    assertThat(recovery.timedOut().getString("status")).isEqualTo("needs_review");
    assertThat(attempts(recovery.timedOut())).startsWith(1, 2, 1);
    assertThat(recovery.answers()).hasAtLeastOneElementOfType(Answer.TimedOut.class);
  }

  @Test
  void a_message_that_cannot_be_worked_off_fails_its_job_with_the_reason(Poison poison) {
    assertThat(poison.failed().getString("status")).isEqualTo("failed");
    assertThat(poison.failed().getString("failure.kind")).isEqualTo("poison_message");
    assertThat(poison.failed().getString("failure.remedy")).isNotBlank();
    assertThat(poison.canceled().getString("status")).isEqualTo("canceled");
  }

  @Test
  void a_failed_message_comes_again_soon_and_then_later_each_time(Poison poison) {
    assertThat(poison.waits()).hasSizeGreaterThanOrEqualTo(8).allMatch(wait -> wait <= 600);
    assertThat(poison.waits().getFirst()).isLessThanOrEqualTo(10);
  }

  @Test
  void a_message_that_is_not_ours_ends_with_the_dead_letters(Poison poison) {
    assertThat(poison.deadLetters()).contains("is no message of ours; dropped");
  }

  private static List<Integer> attempts(JsonPath job) {
    return job.getList("steps.attempts");
  }
}
