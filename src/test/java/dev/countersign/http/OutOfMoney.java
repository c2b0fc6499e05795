package dev.countersign.http;

import dev.countersign.job.Budget;
import dev.countersign.job.Failure;
import dev.countersign.job.Job;
import dev.countersign.job.JobEvent;
import dev.countersign.job.JobMachine;
import dev.countersign.job.Shortfall;
import dev.countersign.job.Spending;
import dev.countersign.job.Spending.OnExhausted;
import dev.countersign.job.Verdict;
import dev.countersign.store.Commit;
import dev.countersign.store.DynamoJobStore;
import dev.countersign.store.Ids;
import dev.countersign.store.NewJob;
import dev.countersign.store.TakeAnswer;
import dev.countersign.workflow.Catalog;
import dev.countersign.workflow.Fatal;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/// Brings a job of `submitter` to where its money for models is used up, as a worker would.
@ApplicationScoped
public class OutOfMoney {
  private final DynamoJobStore store;
  private final Catalog catalog;
  private final Ids ids;
  private final InstantSource clock;

  OutOfMoney(DynamoJobStore store, Catalog catalog, Ids ids, InstantSource clock) {
    this.store = store;
    this.catalog = catalog;
    this.ids = ids;
    this.clock = clock;
  }

  /// It may spend $0.50, and up to $2.00 when somebody lets it; $0.10 are left.
  Job aJob(OnExhausted then) {
    var spending = Spending.upTo("0.50", "2.00", then);
    var lacks =
        new Shortfall(
            Budget.JOB, new BigDecimal("0.50"), new BigDecimal("0.10"), new BigDecimal("0.20"));
    return failed(submitted(spending), Fatal.exhausted(spending, lacks));
  }

  Job now(Job job) {
    return store.find(job.id()).orElseThrow();
  }

  private Job submitted(Spending spending) {
    var workflow = catalog.newest("quick-answer").orElseThrow();
    var plan = workflow.plan().spending(spending);
    var submission = new Job.Submission("Warranty", Map.of("question", "How long?"), plan);
    var job =
        Job.submitted(ids.job(), AtTheGate.OWNER, workflow.ref(), submission, clock.instant());
    store.create(job, new NewJob(null, List.of()));
    return store.find(job.id()).orElseThrow();
  }

  private Job failed(Job job, Fatal fatal) {
    var at = clock.instant();
    var held = ((TakeAnswer.Held) store.take(job.id(), "worker", at)).job();
    var failure =
        new Failure(
            fatal.kind(),
            "read",
            String.valueOf(fatal.getMessage()),
            fatal.remedy(),
            fatal.shortfall().orElseThrow());
    var verdict = JobMachine.apply(held, new JobEvent.StepFatal(at, held.fence(), failure));
    return ((Commit.Committed) store.commit(held, (Verdict.Moved) verdict)).job();
  }
}
