package dev.countersign.page;

import dev.countersign.http.Approval;
import dev.countersign.http.ProblemDetails;
import dev.countersign.store.Proposal.ProposedAction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/// What a review page shows in frames and offers for download.
@ApplicationScoped
class ReviewParts {
  private static final int MOST_UTF8 = 3; // bytes of a Java char
  private final ReviewFiles files;

  ReviewParts(ReviewFiles files) {
    this.files = files;
  }

  /// The packet, where nothing of it can run.
  Response packet(Approval approval) {
    return files
        .packet(approval)
        .filter(a -> a.mediaType().startsWith("text/html"))
        .flatMap(files::bytes)
        .map(Kept::page)
        .orElseThrow(() -> ProblemDetails.notFound("The packet").thrown());
  }

  /// 303 to a file of the draft.
  Response file(Approval approval, String name) {
    return files
        .file(approval, name)
        .map(a -> Response.seeOther(files.download(a)).build())
        .orElseThrow(() -> ProblemDetails.notFound("The file").thrown());
  }

  /// An action's very bytes; 303 to the bucket when they are more than a function may answer with.
  Response payload(Approval approval, int number) {
    var action = action(approval, number);
    var large = action.filter(a -> a.bytes() > ShowReview.MOST_SHOWN);
    if (large.isPresent())
      return Response.seeOther(files.download(large.get(), "proposed-" + (number + 1))).build();
    var bytes =
        action.flatMap(files::payload).orElseThrow(() -> ProblemDetails.notFound("It").thrown());
    var mail = action.orElseThrow().mediaType().equals("message/rfc822");
    return mail
        ? Kept.download(bytes, "message/rfc822", "proposed-%d.eml".formatted(number + 1))
        : Kept.download(bytes, "application/octet-stream", "proposed-%d".formatted(number + 1));
  }

  /// A proposed mail's HTML, where nothing of it can run.
  Response html(Approval approval, int number) {
    return action(approval, number)
        .flatMap(files::payload)
        .flatMap(MailPreview::of)
        .flatMap(mail -> Optional.ofNullable(mail.html()))
        .filter(html -> html.length() <= ShowReview.MOST_SHOWN / MOST_UTF8)
        .map(Kept::page)
        .orElseThrow(() -> ProblemDetails.notFound("It").thrown());
  }

  private static Optional<ProposedAction> action(Approval approval, int number) {
    var actions = approval.proposal().actions();
    return number < 0 || number >= actions.size()
        ? Optional.empty()
        : Optional.of(actions.get(number));
  }
}
