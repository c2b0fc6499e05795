package dev.countersign.page;

import dev.countersign.approval.DecideApproval;
import dev.countersign.approval.DecideApproval.Answer;
import dev.countersign.http.Approval;
import dev.countersign.http.FormTokens;
import dev.countersign.http.ProblemDetails;
import dev.countersign.http.ProblemException;
import dev.countersign.http.SayParts;
import dev.countersign.job.Decider;
import dev.countersign.job.Decision;
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
  private final FormTokens forms;

  DecideOnPage(DecideApproval decide, FormTokens forms) {
    this.decide = decide;
    this.forms = forms;
  }

  /// @param digest of what the person was shown
  record Form(Approval approval, String digest, @Nullable String decision, @Nullable String words) {
    DecideApproval.Ask ask(Decision.Say say) {
      return new DecideApproval.Ask(approval.job().id(), approval.gate().approval(), digest, say);
    }
  }

  /// @param again makes the page as it is now, with what was wrong
  Response decide(
      Form form,
      Decider by,
      Optional<Decider> alsoSignedIn,
      Function<@Nullable String, ReviewPage> again) {
    Decision.Say say;
    try {
      say = SayParts.say(form.decision(), form.words());
    } catch (ProblemException e) {
      return answer(422, again.apply(e.problem().detail() + " " + e.problem().remedy())).build();
    }
    return switch (decide.decide(form.ask(say), by, alsoSignedIn)) {
      case Answer.Recorded _ -> Response.seeOther(URI.create(again.apply(null).base())).build();
      case Answer.Settled _ -> answer(409, again.apply(null)).build();
      case Answer.Changed _ ->
          answer(412, again.apply("What you were shown is not what would go out now.")).build();
      case Answer.NotEligible(_, var why) -> answer(403, again.apply(why)).build();
      case Answer.Missing _ -> throw ProblemDetails.notFound("The job").thrown();
    };
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
