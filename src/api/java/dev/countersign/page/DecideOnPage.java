package dev.countersign.page;

import dev.countersign.approval.DecideApproval;
import dev.countersign.approval.DecideApproval.Answer;
import dev.countersign.http.Approval;
import dev.countersign.http.FormTokens;
import dev.countersign.http.ProblemDetails;
import dev.countersign.http.ProblemException;
import dev.countersign.http.RefusedLinks;
import dev.countersign.http.SayParts;
import dev.countersign.job.Decider;
import dev.countersign.job.Decision;
import dev.countersign.job.Verdict;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Takes a decision from a form. Whatever comes of it, the person sees the page again and what
/// happened on it.
@RequestScoped
class DecideOnPage {
  private final DecideApproval decide;
  private final ReviewFiles files;
  private final FormTokens forms;
  private final RefusedLinks refused;

  DecideOnPage(DecideApproval decide, ReviewFiles files, FormTokens forms, RefusedLinks refused) {
    this.decide = decide;
    this.files = files;
    this.forms = forms;
    this.refused = refused;
  }

  /// @param digest of the proposal that the person was shown
  /// @param display digest of the page that they were shown it on; null when the form has none
  record Form(Approval approval, String digest, @Nullable String display, SayParts.Parts parts) {
    DecideApproval.Ask ask(Decision.Say say) {
      return new DecideApproval.Ask(
          approval.job().id(),
          approval.gate().approval(),
          digest,
          display == null || display.isEmpty() ? null : display,
          say);
    }
  }

  /// A form that did not count.
  ///
  /// @param mistake what was wrong with it; null when nothing was sent
  /// @param form as it was sent, to be mended
  /// @param late whether the request was settled before it came
  record Sent(@Nullable String mistake, SayParts.Parts form, boolean late) {
    static final Sent NOTHING = new Sent(null, AnswerForms.NOTHING, false);
    static final Sent LATE = new Sent(null, AnswerForms.NOTHING, true);
  }

  /// @param again makes the page as it is now, with what was wrong
  Response decide(
      Form form, Decider by, Optional<Decider> alsoSignedIn, Function<Sent, ReviewPage> again) {
    Decision.Say say;
    try {
      say = SayParts.say(Wording.changed(form.parts(), files.wordings(form.approval())));
    } catch (ProblemException e) {
      var mistake = e.problem().detail() + " " + e.problem().remedy();
      return answer(422, again.apply(new Sent(mistake, form.parts(), false))).build();
    }
    var answer = decide.decide(form.ask(say), by, alsoSignedIn);
    if (by.how() == Decider.How.BY_LINK) refused.count(answer);
    return switch (answer) {
      case Answer.Recorded _ ->
          Response.seeOther(URI.create(again.apply(Sent.NOTHING).base())).build();
      case Answer.Settled _ -> answer(409, again.apply(Sent.LATE)).build();
      case Answer.Changed _ ->
          answer(412, again, form, "What you were shown is not what would go out now.");
      case Answer.Refused(_, var reason, var why) -> refused(form, reason, why, again);
      case Answer.NotEditable _ ->
          answer(422, again, form, "Only the subject and the text of an e-mail can be edited.");
      case Answer.Missing _ -> throw ProblemDetails.notFound("The job").thrown();
    };
  }

  private Response refused(
      Form form, Verdict.Reason reason, String why, Function<Sent, ReviewPage> again) {
    var signIn =
        reason == Verdict.Reason.SIGN_IN_NEEDED
            ? " Sign in and decide at /ui/approvals/" + form.approval().gate().approval() + "."
            : "";
    int status =
        switch (reason) {
          case ALREADY_SAID -> 409;
          case DELEGATE_NOT_ALLOWED -> 422;
          case NOT_ELIGIBLE, NOT_YOUR_TURN, SIGN_IN_NEEDED, NOT_IN_THIS_STATE, STALE_FENCE -> 403;
          case HELD_BY_ANOTHER, TOO_EARLY, TOO_LATE, POISON -> 403;
          case PROPOSAL_CHANGED, OUTCOME_UNKNOWN, OTHER_STEP, OVER_LIMIT -> 403;
        };
    return answer(status, again, form, why + signIn);
  }

  private Response answer(int status, Function<Sent, ReviewPage> again, Form form, String mistake) {
    return answer(status, again.apply(new Sent(mistake, form.parts(), false))).build();
  }

  Response.ResponseBuilder answer(int status, ReviewPage page) {
    var answer =
        Response.status(status).type(MediaType.TEXT_HTML + ";charset=UTF-8").entity(page.render());
    forms.cookie().ifPresent(answer::cookie);
    return answer;
  }

  static boolean wantsPage(HttpHeaders headers) {
    var accept = headers.getHeaderString(HttpHeaders.ACCEPT);
    return accept != null && accept.contains(MediaType.TEXT_HTML);
  }
}
