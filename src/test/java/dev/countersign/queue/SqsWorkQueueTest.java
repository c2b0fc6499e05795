package dev.countersign.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.TestServices;
import dev.countersign.job.Job;
import dev.countersign.job.JobId;
import dev.countersign.job.ReviewTerms;
import dev.countersign.workflow.BidComparison;
import dev.countersign.workflow.Policy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

class SqsWorkQueueTest {
  private final TestQueue messages = new TestQueue(Duration.ofMinutes(15));
  private final SqsWorkQueue queue = messages.through(TestServices.sqs());

  @Test
  void the_jobs_of_one_owner_are_one_group_of_the_queue() {
    queue.send(jobOf("a@local.example"), Duration.ZERO);
    queue.send(jobOf("a@local.example"), Duration.ZERO);
    queue.send(jobOf("b@local.example"), Duration.ZERO);

    var groups = groups();

    assertThat(groups).hasSize(3);
    assertThat(groups.stream().distinct()).hasSize(2);
  }

  @Test
  void the_group_does_not_name_the_owner() {
    queue.send(jobOf("a@local.example"), Duration.ZERO);

    assertThat(groups()).first().asString().matches("[0-9a-f]{32}");
  }

  @Test
  void a_message_that_is_shown_again_does_not_wait_for_the_queues_visibility() {
    queue.send(jobOf("a@local.example"), Duration.ZERO);
    var received = messages.receive().getFirst();
    assertThat(messages.receive()).isEmpty();

    queue.showAgain(received.receiptHandle(), Duration.ZERO);

    assertThat(messages.receive()).hasSize(1);
  }

  private List<String> groups() {
    return messages.receive().stream()
        .map(message -> message.attributes().get(MessageSystemAttributeName.MESSAGE_GROUP_ID))
        .toList();
  }

  private static Job jobOf(String owner) {
    var workflow =
        BidComparison.descriptor(Policy.of(ReviewTerms.by(List.of("reviewer@local.example"))));
    return Job.submitted(
        new JobId("job_" + UUID.randomUUID()),
        owner,
        workflow.ref(),
        new Job.Submission("Trial", Map.of(), workflow.plan()),
        Instant.parse("2026-03-02T10:00:00Z"));
  }
}
