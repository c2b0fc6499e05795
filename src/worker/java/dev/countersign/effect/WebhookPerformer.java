package dev.countersign.effect;

import dev.countersign.job.ApprovedAction;
import dev.countersign.job.UnknownAction;
import dev.countersign.queue.StandardWebhook;
import dev.countersign.workflow.Action;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Optional;

/// Posts an approved body to its target, signed as Standard Webhooks says, under the effect's
/// idempotency key. Never redirected. Its receiver is asked by the same request again, and only
/// when it is known to do that once.
@ApplicationScoped
public class WebhookPerformer implements EffectPerformer {
  private final WebConfig config;
  private final WebRules rules;
  private final WebCall web;
  private final InstantSource clock;

  WebhookPerformer(WebConfig config, WebRules rules, WebCall web, InstantSource clock) {
    this.config = config;
    this.rules = rules;
    this.web = web;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return "webhook";
  }

  @Override
  public Optional<String> objection(Action action, Collection<String> inputs) {
    if (config.signingSecret().isEmpty())
      return Optional.of("A webhook is signed, and countersign.web.signing-secret is not set.");
    return rules.objection(action, inputs);
  }

  @Override
  public Attempt perform(ApprovedAction permission, Action action) {
    if (config.signingSecret().isEmpty())
      return new Attempt.Impossible("There is no countersign.web.signing-secret to sign with.");
    var target = WebTarget.of(action.target());
    var answer = post(permission.key(), target, action);
    return answer instanceof WebAnswer.Answered answered && underWay(answered, target)
        ? new Attempt.Unknown(answered.told(target))
        : answer.attempt(target);
  }

  @Override
  public WhatBecame ask(UnknownAction permission, Action action) {
    var target = WebTarget.of(action.target());
    if (!rules.honoursKey(target) || config.signingSecret().isEmpty())
      return new WhatBecame.CannotTell(
          target.host() + " is not known to honour an Idempotency-Key.");
    return switch (post(permission.key(), target, action)) {
      case WebAnswer.Answered answer when answer.good() ->
          new WhatBecame.Happened(answer.reference());
      case WebAnswer.Answered answer
          when answer.notNow() || answer.broke() || underWay(answer, target) ->
          new WhatBecame.AskLater(answer.told(target));
      case WebAnswer.Answered answer -> new WhatBecame.DidNot(answer.told(target));
      case WebAnswer.NotSent(var why) -> new WhatBecame.AskLater(why);
      case WebAnswer.Silent(var why) -> new WhatBecame.AskLater(why);
      case WebAnswer.NotAllowed(var why) -> new WhatBecame.CannotTell(why);
    };
  }

  /// The answer of a receiver that is still at the request it got first.
  private boolean underWay(WebAnswer.Answered answer, WebTarget target) {
    return answer.status() == 409 && rules.honoursKey(target);
  }

  private WebAnswer post(String key, WebTarget target, Action action) {
    var headers = new LinkedHashMap<String, String>();
    headers.put("Content-Type", action.mediaType());
    headers.put("Idempotency-Key", "\"" + key + "\"");
    headers.putAll(
        StandardWebhook.headers(
            config.signingSecret().orElseThrow(), "msg_" + key, clock.instant(), action.payload()));
    return web.make(new WebCall.Request("POST", target, headers, action.payload()));
  }
}
