package dev.countersign.http;

import dev.countersign.job.Decider;
import dev.countersign.job.Job;
import dev.countersign.job.JobId;
import dev.countersign.receipt.IssueReceipt;
import dev.countersign.receipt.IssueReceipt.Issued;
import dev.countersign.store.DynamoJobStore;
import dev.countersign.store.DynamoPartition;
import dev.countersign.store.Proposal;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.stream.Stream;

/// A job's receipt as the caller may have it: whole for its owner and for who was asked to decide,
/// for an operator without what is in it. For everybody else there is no such job.
@RequestScoped
public class SeeReceipt {
  private final DynamoJobStore store;
  private final DynamoPartition partition;
  private final IssueReceipt receipts;
  private final Caller caller;

  SeeReceipt(
      DynamoJobStore store, DynamoPartition partition, IssueReceipt receipts, Caller caller) {
    this.store = store;
    this.partition = partition;
    this.receipts = receipts;
    this.caller = caller;
  }

  /// The file to save, or 303 to it.
  ///
  /// @throws ProblemException 404
  public Response answer(String id) {
    var job = find(id);
    var content = job.filter(this::seesContent);
    return content
        .map(own -> answer(own, true))
        .or(() -> job.filter(_ -> caller.operates()).map(any -> answer(any, false)))
        .orElseThrow(() -> ProblemDetails.notFound("The receipt of that job").thrown());
  }

  private Response answer(Job job, boolean content) {
    return switch (receipts.issue(job, content)) {
      case Issued.Here(var file) ->
          Response.ok(file, IssueReceipt.MEDIA_TYPE)
              .header(
                  HttpHeaders.CONTENT_DISPOSITION,
                  "attachment; filename=\"%s\"".formatted(IssueReceipt.name(job)))
              .build();
      case Issued.There(var address) -> Response.seeOther(address).build();
    };
  }

  private boolean seesContent(Job job) {
    return job.owner().equals(caller.address()) || asked(job);
  }

  private boolean asked(Job job) {
    return caller.person().filter(person -> asked(job, person)).isPresent();
  }

  /// At any of its requests, or whoever decided on one.
  private boolean asked(Job job, Decider person) {
    var proposed = partition.proposals(job.id()).stream().map(Proposal::gate);
    return Stream.concat(proposed, JobFacts.gate(job.state()).stream())
            .anyMatch(gate -> gate.concerns(person))
        || partition.decisions(job.id()).stream()
            .anyMatch(said -> said.decision().by().address().equals(person.address()));
  }

  private Optional<Job> find(String id) {
    try {
      return store.find(new JobId(id));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
