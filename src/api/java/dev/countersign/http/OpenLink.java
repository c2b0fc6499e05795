package dev.countersign.http;

import dev.countersign.approval.DecideApproval;
import dev.countersign.approval.ReviewLink;
import dev.countersign.approval.ReviewLinks;
import dev.countersign.approval.RoleMembers;
import dev.countersign.job.Decider;
import dev.countersign.job.Decision.Say;
import dev.countersign.job.Gate;
import dev.countersign.job.JobState;
import dev.countersign.job.Verdict;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Opens the link of a notification. Opening changes nothing, however often, by whatever method.
@ApplicationScoped
public class OpenLink {
  private final ReviewLinks links;
  private final FindApproval approvals;
  private final RefusedLinks refused;
  private final RoleMembers members;

  OpenLink(ReviewLinks links, FindApproval approvals, RefusedLinks refused, RoleMembers members) {
    this.links = links;
    this.approvals = approvals;
    this.refused = refused;
    this.members = members;
  }

  /// What a genuine link leads to; expired ones too, so that the page can say what happened.
  ///
  /// @param roles that list its addressee
  public record Opened(ReviewLink link, Approval approval, boolean expired, Set<String> roles) {
    /// For programs, which cannot read a calm page.
    public ProblemDetails expiredProblem() {
      return LinkProblems.expired(link);
    }

    /// @param signedIn who the request says is signed in
    /// @throws ProblemException 403 when that is somebody else, who may not decide on this
    public void mustBeFor(Optional<Decider> signedIn) {
      signedIn
          .filter(other -> !other.address().equals(link.audience()))
          .flatMap(other -> approval.gate().whyNot(other, approval.job().owner()))
          .ifPresent(_ -> {
            throw LinkProblems.forAnother(link).thrown();
          });
    }

    /// The person it was addressed to, known by nothing but holding it; asked by a role, they hold
    /// it while they are listed.
    public Decider decider() {
      return new Decider(link.audience(), roles, Decider.How.BY_LINK);
    }

    /// What is decided on is what the link was made for.
    public DecideApproval.Ask ask(@Nullable String display, Say say) {
      return new DecideApproval.Ask(link.job(), link.approval(), link.digest(), display, say);
    }

    /// Why it cannot be decided with this link; empty when it can.
    ///
    /// @param alsoSignedIn who the request says is signed in; not helped by a link
    public Optional<Verdict.Refused> whyNot(Optional<Decider> alsoSignedIn) {
      var gate = approval.gate();
      var owner = approval.job().owner();
      return alsoSignedIn
          .flatMap(other -> gate.whyNot(other, owner))
          .or(() -> gate.whyNot(decider(), owner));
    }
  }

  /// @throws ProblemException 404 for what is no link of ours, or leads nowhere any more
  public Opened open(String token) {
    return switch (links.read(token)) {
      case ReviewLinks.Read.Valid(var link) -> opened(link, false);
      case ReviewLinks.Read.Expired(var link) -> {
        refused.count("expired");
        yield opened(link, true);
      }
      case ReviewLinks.Read.Refused(var fault) ->
          throw counted(fault.name().toLowerCase(Locale.ROOT), LinkProblems.of(fault));
    };
  }

  /// A token for what the same job asks now, for the person whom this link was addressed to, while
  /// the link is in time and they are asked again: nothing that the mail they get does not hold.
  public Optional<String> onward(Opened opened, Gate newer) {
    var job = opened.approval().job();
    boolean asked =
        !opened.expired()
            && job.state() instanceof JobState.NeedsReview(var now)
            && now.approval().equals(newer.approval())
            && now.whyNot(opened.decider(), job.owner()).isEmpty();
    return asked ? Optional.of(links.sign(opened.link().onward(newer))) : Optional.empty();
  }

  private Opened opened(ReviewLink link, boolean expired) {
    var approval =
        approvals.find(link.approval()).orElseThrow(() -> counted("gone", LinkProblems.gone()));
    if (!approval.job().id().equals(link.job())) throw counted("swapped", LinkProblems.swapped());
    return new Opened(link, approval, expired, members.rolesOf(link.audience()));
  }

  private ProblemException counted(String reason, ProblemDetails problem) {
    refused.count(reason);
    return problem.thrown();
  }
}
