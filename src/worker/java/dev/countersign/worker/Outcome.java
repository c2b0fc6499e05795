package dev.countersign.worker;

import dev.countersign.job.JobEvent;
import dev.countersign.store.Attachment;
import java.util.List;

/// What one try came to: the event, and what is stored with it.
record Outcome(JobEvent event, List<Attachment> with) {
  Outcome {
    with = List.copyOf(with);
  }

  Outcome(JobEvent event) {
    this(event, List.of());
  }
}
