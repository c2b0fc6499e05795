package dev.countersign.job;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// One submitted piece of work, as a value.
///
/// @param owner who submitted it, as authentication says (an address)
/// @param inputs the submitted fields, e.g. `deliver_to`; small
/// @param deadline when the present stretch of work must be done; the review's own expiry is the
///   gate's
/// @param effects the ledger's rows, oldest first, those of earlier revisions included
/// @param version counts committed events, and numbers the timeline
/// @param fence counts who may write: each take and each cancel bumps it
/// @param head hash of the timeline's newest entry, as stored; empty before the first is
public record Job(
    JobId id,
    String owner,
    WorkflowRef workflow,
    String title,
    Map<String, String> inputs,
    Instant submittedAt,
    Instant deadline,
    Plan plan,
    Progress progress,
    List<Effect> effects,
    JobState state,
    long version,
    long fence,
    String head) {
  public Job {
    inputs = Map.copyOf(inputs);
    effects = List.copyOf(effects);
  }

  /// A new job, ready for a worker, as version 1.
  public static Job submitted(
      JobId id, String owner, WorkflowRef workflow, Submission submission, Instant at) {
    var plan = submission.plan();
    return new Job(
        id,
        owner,
        workflow,
        submission.title(),
        submission.inputs(),
        at,
        at.plus(plan.workLimit()),
        plan,
        Progress.atStart(plan),
        List.of(),
        new JobState.Queued(at),
        1,
        0,
        "");
  }

  /// What a submitter hands in, beside documents.
  public record Submission(String title, Map<String, String> inputs, Plan plan) {}

  /// The step to do next, or the last one when all are done.
  public Plan.Step currentStep() {
    return plan.step(Math.min(progress.step(), plan.size() - 1));
  }

  Job to(JobState next) {
    return with(progress, next);
  }

  Job with(Progress nextProgress, JobState next) {
    return moved(deadline, nextProgress, effects, next);
  }

  Job withEffects(List<Effect> next) {
    return moved(deadline, progress, next, state);
  }

  Job withDeadline(Instant next) {
    return moved(next, progress, effects, state);
  }

  Job withPlan(Plan next) {
    return new Job(
        id,
        owner,
        workflow,
        title,
        inputs,
        submittedAt,
        deadline,
        next,
        progress,
        effects,
        state,
        version,
        fence,
        head);
  }

  Job committed() {
    return counted(version + 1, fence, head);
  }

  Job fenced() {
    return counted(version, fence + 1, head);
  }

  /// The job as committed with that newest entry of its timeline; only the store says so.
  public Job withHead(String hash) {
    return counted(version, fence, hash);
  }

  private Job moved(
      Instant nextDeadline, Progress nextProgress, List<Effect> nextEffects, JobState next) {
    return new Job(
        id,
        owner,
        workflow,
        title,
        inputs,
        submittedAt,
        nextDeadline,
        plan,
        nextProgress,
        nextEffects,
        next,
        version,
        fence,
        head);
  }

  private Job counted(long nextVersion, long nextFence, String nextHead) {
    return new Job(
        id,
        owner,
        workflow,
        title,
        inputs,
        submittedAt,
        deadline,
        plan,
        progress,
        effects,
        state,
        nextVersion,
        nextFence,
        nextHead);
  }
}
