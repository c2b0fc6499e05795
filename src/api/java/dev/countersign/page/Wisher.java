package dev.countersign.page;

import dev.countersign.http.Caller;
import dev.countersign.http.FormTokens;
import dev.countersign.job.Decider;
import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/// The person who sent a form of ours.
@RequestScoped
class Wisher {
  private final Caller caller;
  private final FormTokens forms;

  Wisher(Caller caller, FormTokens forms) {
    this.caller = caller;
    this.forms = forms;
  }

  /// @throws dev.countersign.http.ProblemException 403 when the form is not one of ours
  void check(@Nullable String formToken) {
    forms.check(formToken);
  }

  String token() {
    return forms.token();
  }

  Decider decider() {
    return caller.decider().orElseThrow();
  }

  String address() {
    return caller.address();
  }
}
