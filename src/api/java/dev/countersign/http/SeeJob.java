package dev.countersign.http;

import dev.countersign.http.JobView.ArtifactView;
import dev.countersign.http.JobView.SourceView;
import dev.countersign.job.Job;
import dev.countersign.store.DynamoPartition;
import dev.countersign.store.TimelineEvent;
import dev.countersign.store.TimelineEvent.Personal;
import jakarta.enterprise.context.RequestScoped;
import java.util.HashMap;
import java.util.List;

/// A job as the caller may see it: whole for its owner; for an operator how it stands, without what
/// is in it.
@RequestScoped
public class SeeJob {
  private final OwnJobs own;
  private final JobViews views;
  private final CallViews calls;
  private final DynamoPartition partition;

  SeeJob(OwnJobs own, JobViews views, CallViews calls, DynamoPartition partition) {
    this.own = own;
    this.views = views;
    this.calls = calls;
    this.partition = partition;
  }

  public JobView whole(Job job) {
    var view = views.whole(job);
    return own.isMine(job) ? view : WithoutContent.of(view);
  }

  public JobView brief(Job job) {
    var view = views.brief(job);
    return own.isMine(job) ? view : WithoutContent.of(view);
  }

  List<SourceView> sources(Job job) {
    var all = views.sources(job);
    return own.isMine(job) ? all : WithoutContent.sources(all);
  }

  List<ArtifactView> artifacts(Job job) {
    return views.artifacts(job);
  }

  /// Names and counts, for whoever may see the job.
  public CallsResource.CallList calls(Job job) {
    return calls.of(job.id());
  }

  /// Without what reviewers wrote, for who is not the owner.
  public List<TimelineEvent> events(Job job, long afterSeq) {
    var all = partition.events(job.id(), afterSeq);
    return own.isMine(job) ? all : all.stream().map(SeeJob::withoutWords).toList();
  }

  private static TimelineEvent withoutWords(TimelineEvent e) {
    var personal = new HashMap<String, Personal>(e.personal());
    personal.remove("words");
    return new TimelineEvent(
        e.seq(), e.type(), e.at(), e.facts(), personal, e.canonical(), e.hash());
  }
}
