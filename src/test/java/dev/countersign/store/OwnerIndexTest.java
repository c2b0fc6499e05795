package dev.countersign.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.TestServices;
import dev.countersign.job.Job;
import dev.countersign.job.JobEvent;
import dev.countersign.job.JobFixtures;
import dev.countersign.job.JobId;
import dev.countersign.job.JobMachine;
import dev.countersign.job.Verdict;
import dev.countersign.store.JobPage.Cursor;
import dev.countersign.store.JobPage.Filter;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OwnerIndexTest {
  private final TestStore store = TestStore.with(InstantSource.system(), new Random());
  private final OwnerIndex index =
      new OwnerIndex(new DynamoTable(TestServices.dynamoDb(), TestServices.table()), store.jobs());
  private final String owner = UUID.randomUUID() + "@local.example";

  @Test
  void a_person_lists_only_their_own_jobs_newest_first() {
    var first = submitted(owner, 1);
    var second = submitted(owner, 2);
    submitted("another-" + owner, 3);

    assertThat(index.list(owner, Filter.ALL, null))
        .isEqualTo(new JobPage(List.of(second, first), null));
  }

  @Test
  void pages_follow_each_other_without_a_gap() {
    var all = new ArrayList<JobId>();
    for (int i = 0; i < OwnerIndex.PAGE + 3; i++) all.addFirst(submitted(owner, i).id());

    var one = index.list(owner, Filter.ALL, null);
    var two = index.list(owner, Filter.ALL, one.next());

    assertThat(one.jobs()).hasSize(OwnerIndex.PAGE);
    assertThat(two.next()).isNull();
    var seen = new ArrayList<>(one.jobs());
    seen.addAll(two.jobs());
    assertThat(seen).extracting(Job::id).containsExactlyElementsOf(all);
  }

  @Test
  void the_list_is_filtered_by_status_workflow_and_time() {
    var queued = submitted(owner, 1);
    var canceled = canceled(submitted(owner, 2));

    assertThat(listed(new Filter("queued", null, null))).containsExactly(queued);
    assertThat(listed(new Filter("canceled", null, null))).containsExactly(canceled);
    assertThat(listed(new Filter(null, "letter", null))).containsExactly(canceled, queued);
    assertThat(listed(new Filter(null, "another", null))).isEmpty();
    assertThat(listed(new Filter(null, null, canceled.submittedAt()))).containsExactly(canceled);
  }

  @Test
  void a_taken_job_is_listed_as_running() {
    var job = submitted(owner, 1);
    store.jobs().take(job.id(), "worker-1", JobFixtures.seconds(5));

    assertThat(listed(new Filter("running", null, null))).extracting(Job::id).contains(job.id());
    assertThat(listed(new Filter("queued", null, null))).isEmpty();
  }

  @Test
  void what_is_no_cursor_is_recognised() {
    for (var token : List.of("", "x", "%%%", "am9iXw", "W10"))
      assertThat(Cursor.parse(token)).isEmpty();
  }

  private List<Job> listed(Filter filter) {
    return index.list(owner, filter, null).jobs();
  }

  private Job canceled(Job job) {
    var event = new JobEvent.CancelAsked(JobFixtures.seconds(9), owner);
    var moved = (Verdict.Moved) JobMachine.apply(job, event);
    return ((Commit.Committed) store.jobs().commit(job, moved)).job();
  }

  private Job submitted(String by, int second) {
    Instant at = JobFixtures.seconds(second);
    var job =
        Job.submitted(
            new JobId("job_" + UUID.randomUUID()),
            by,
            JobFixtures.GATED,
            new Job.Submission("A letter", Map.of(), JobFixtures.gatedPlan()),
            at);
    return ((Creation.Created) store.jobs().create(job, new NewJob(null, List.of()))).job();
  }
}
