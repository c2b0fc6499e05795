package dev.countersign.http;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.countersign.approval.ProposalDigest;
import dev.countersign.http.JobView.ApprovalSummary;
import dev.countersign.http.JobView.ArtifactView;
import dev.countersign.http.JobView.EffectView;
import dev.countersign.http.JobView.LimitsView;
import dev.countersign.http.JobView.SourceView;
import dev.countersign.http.JobView.WorkflowView;
import dev.countersign.job.Effect;
import dev.countersign.job.Gate;
import dev.countersign.job.Job;
import dev.countersign.job.JobMachine;
import dev.countersign.job.Plan;
import dev.countersign.store.Artifacts;
import dev.countersign.store.CallLog;
import dev.countersign.store.DynamoPartition;
import dev.countersign.store.Money;
import dev.countersign.store.Proposal;
import dev.countersign.store.StoredArtifact;
import dev.countersign.workflow.Answer;
import dev.countersign.workflow.Catalog;
import dev.countersign.workflow.Lane;
import dev.countersign.workflow.LaneChoice;
import dev.countersign.workflow.Source;
import dev.countersign.workflow.SourceReading;
import dev.countersign.workflow.Workflow;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Makes views of jobs: the record alone for lists, with what is stored beside it for one job.
@ApplicationScoped
public class JobViews {
  private static final int MOST_GAPS = 100;

  private final DynamoPartition partition;
  private final Artifacts artifacts;
  private final CallLog calls;
  private final Money money;
  private final ReadAnswer answers;
  private final Catalog catalog;
  private final InstantSource clock;

  JobViews(
      DynamoPartition partition,
      Artifacts artifacts,
      CallLog calls,
      Money money,
      ReadAnswer answers,
      Catalog catalog,
      InstantSource clock) {
    this.partition = partition;
    this.artifacts = artifacts;
    this.calls = calls;
    this.money = money;
    this.answers = answers;
    this.catalog = catalog;
    this.clock = clock;
  }

  /// What the job's record tells by itself.
  public JobView brief(Job job) {
    return view(job, ContractView.of(job, null, false), null, null, null, null, Optional.empty());
  }

  /// All of it: sources with what was read of them, artifacts, what is proposed.
  public JobView whole(Job job) {
    var gate = JobFacts.gate(job.state());
    var files = artifacts.all(job.id());
    return view(
        job,
        ContractView.of(job, money.ofJob(job.id()).orElse(null), true),
        cost(job),
        sources(job),
        files.stream().map(a -> artifact(job, a)).toList(),
        answers.of(job, files).orElse(null),
        gate.flatMap(g -> partition.proposal(job.id(), g.revision())));
  }

  /// What its models have cost so far.
  public JobView.CostView cost(Job job) {
    return new JobView.CostView(CallViews.usd(CallViews.cost(calls.of(job.id()))), "USD");
  }

  public List<SourceView> sources(Job job) {
    var readings =
        partition.readings(job.id()).stream()
            .collect(toMap(SourceReading::source, identity(), (_, newer) -> newer));
    return partition.sources(job.id()).stream().map(s -> source(s, readings.get(s.id()))).toList();
  }

  public List<ArtifactView> artifacts(Job job) {
    return artifacts.all(job.id()).stream().map(a -> artifact(job, a)).toList();
  }

  private JobView view(
      Job job,
      ContractView contract,
      JobView.@Nullable CostView cost,
      @Nullable List<SourceView> sources,
      @Nullable List<ArtifactView> files,
      @Nullable Answer answer,
      Optional<Proposal> proposal) {
    var now = clock.instant();
    var lane = lane(job);
    return new JobView(
        job.id().value(),
        job.state().status(),
        JobSentence.of(job),
        JobFacts.waiting(job),
        JobFacts.failure(job.state()),
        lane.lane().wireName(),
        lane.reason(),
        new WorkflowView(job.workflow().name(), job.workflow().version()),
        job.title(),
        job.owner(),
        job.inputs(),
        job.submittedAt(),
        JobFacts.restedAt(job.state()).orElse(null),
        JobFacts.queuedMs(job).orElse(null),
        JobFacts.runMs(job),
        job.progress().revision(),
        JobFacts.currentStep(job),
        JobFacts.steps(job),
        nextCheck(job, now),
        limits(job),
        contract,
        cost,
        sources,
        files,
        answer,
        JobFacts.gate(job.state()).map(g -> approval(g, proposal)).orElse(null),
        job.effects().stream().map(JobViews::effect).toList(),
        JobFacts.cancel(job.state()),
        links(job));
  }

  private LaneChoice lane(Job job) {
    return catalog
        .find(job.workflow())
        .map(Workflow::lane)
        .orElse(new LaneChoice(Lane.BACKGROUND, "Its workflow is not registered any more."));
  }

  private static @Nullable Instant nextCheck(Job job, Instant now) {
    return JobMachine.wakeAt(job, now).orElse(null);
  }

  private static LimitsView limits(Job job) {
    var most = job.plan().steps().stream().mapToInt(Plan.Step::maxAttempts).max().orElse(1);
    return new LimitsView(job.deadline(), job.plan().workLimit().toSeconds(), most);
  }

  private static ApprovalSummary approval(Gate gate, Optional<Proposal> proposal) {
    return new ApprovalSummary(
        gate.approval().value(),
        gate.revision(),
        proposal.map(Proposal::summary).orElse(null),
        gate.digest(),
        ProposalDigest.shortCode(gate.digest()),
        gate.expiresAt(),
        gate.reviewers());
  }

  private static EffectView effect(Effect effect) {
    return new EffectView(
        effect.id().value(),
        effect.kind(),
        effect.revision(),
        JobFacts.lower(effect.standing().name()));
  }

  private static SourceView source(Source source, @Nullable SourceReading reading) {
    return new SourceView(
        source.id(),
        source.role(),
        source.name(),
        source.size(),
        source.sha256(),
        reading == null ? null : reading.mediaType(),
        reading == null ? null : reading.pages(),
        reading == null ? null : reading.role(),
        reading == null ? null : reading.why(),
        reading == null ? null : shown(reading.gaps()));
  }

  /// The first of them, and how many more there are.
  private static List<String> shown(List<String> gaps) {
    if (gaps.size() <= MOST_GAPS) return gaps;
    var shown = new ArrayList<>(gaps.subList(0, MOST_GAPS));
    shown.add("And %d more.".formatted(gaps.size() - MOST_GAPS));
    return shown;
  }

  private static ArtifactView artifact(Job job, StoredArtifact a) {
    return new ArtifactView(
        a.name(),
        a.revision(),
        a.mediaType(),
        a.bytes(),
        a.sha256(),
        "/jobs/%s/artifacts/%s?version=%d".formatted(job.id(), a.name(), a.revision()));
  }

  private static Map<String, String> links(Job job) {
    var self = "/jobs/" + job.id();
    var links = new LinkedHashMap<String, String>();
    links.put("self", self);
    links.put("page", "/ui" + self);
    links.put("events", self + "/events");
    links.put("sources", self + "/sources");
    links.put("artifacts", self + "/artifacts");
    links.put("calls", self + "/calls");
    if (!job.effects().isEmpty()) links.put("effects", self + "/effects");
    links.put("receipt", self + "/receipt");
    if (!job.state().terminal()) links.put("cancel", self + "/cancel");
    if (job.state().status().equals("failed")) links.put("retry", self + "/retry");
    JobFacts.gate(job.state()).ifPresent(g -> links.put("approval", "/approvals/" + g.approval()));
    return links;
  }
}
