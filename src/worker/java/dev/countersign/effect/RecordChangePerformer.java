package dev.countersign.effect;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.countersign.job.ApprovedAction;
import dev.countersign.job.UnknownAction;
import dev.countersign.workflow.Action;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Changes a record by PUT or PATCH with `If-Match`, so that what was approved is only ever written
/// over what the person saw. Its receiver is asked by reading the record.
@ApplicationScoped
public class RecordChangePerformer implements EffectPerformer {
  private static final int CHANGED = 412;
  private final WebRules rules;
  private final WebCall web;

  RecordChangePerformer(WebRules rules, WebCall web) {
    this.rules = rules;
    this.web = web;
  }

  @Override
  public String kind() {
    return RecordChange.KIND;
  }

  @Override
  public Optional<String> objection(Action action, Collection<String> inputs) {
    try {
      var _ = RecordChange.of(action);
      return rules.objection(action, inputs);
    } catch (IllegalArgumentException e) {
      return Optional.of("It is " + e.getMessage() + ".");
    }
  }

  @Override
  public Attempt perform(ApprovedAction permission, Action action) {
    var target = WebTarget.of(action.target());
    var change = RecordChange.of(action);
    var answer = web.make(write(permission.key(), target, change));
    return answer instanceof WebAnswer.Answered(int status, _, _, _) && status == CHANGED
        ? new Attempt.Impossible("The record was changed since it was approved.")
        : answer.attempt(target);
  }

  /// The record still has the tag that was approved: it did not happen. It is as the change makes
  /// it: it did.
  @Override
  public WhatBecame ask(UnknownAction permission, Action action) {
    var target = WebTarget.of(action.target());
    var change = RecordChange.of(action);
    return switch (web.make(new WebCall.Request("GET", target, reading(target), new byte[0]))) {
      case WebAnswer.Answered answer when answer.good() -> found(answer, change);
      case WebAnswer.Answered answer when answer.notNow() || answer.broke() ->
          new WhatBecame.AskLater(answer.told(target));
      case WebAnswer.Answered answer -> new WhatBecame.CannotTell(answer.told(target));
      case WebAnswer.NotSent(var why) -> new WhatBecame.AskLater(why);
      case WebAnswer.Silent(var why) -> new WhatBecame.AskLater(why);
      case WebAnswer.NotAllowed(var why) -> new WhatBecame.CannotTell(why);
    };
  }

  private static WhatBecame found(WebAnswer.Answered answer, RecordChange change) {
    if (change.ifMatch().equals(answer.headers().get("etag")))
      return new WhatBecame.DidNot("The record has not changed.");
    return answer.whole() && change.madeIn(answer.body())
        ? new WhatBecame.Happened(answer.reference())
        : new WhatBecame.CannotTell(
            "The record was changed, and is not as this change would make it.");
  }

  private WebCall.Request write(String key, WebTarget target, RecordChange change) {
    var headers = new LinkedHashMap<>(reading(target));
    headers.put("Content-Type", change.mediaType());
    headers.put("If-Match", change.ifMatch());
    headers.put("Idempotency-Key", "\"" + key + "\"");
    return new WebCall.Request(change.method(), target, headers, change.body().getBytes(UTF_8));
  }

  private Map<String, String> reading(WebTarget target) {
    var headers = new LinkedHashMap<String, String>();
    headers.put("Accept", "application/json");
    rules.authorization(target).ifPresent(value -> headers.put("Authorization", value));
    return headers;
  }
}
