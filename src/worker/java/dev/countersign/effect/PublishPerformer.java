package dev.countersign.effect;

import dev.countersign.job.ApprovedAction;
import dev.countersign.job.UnknownAction;
import dev.countersign.store.Published;
import dev.countersign.workflow.Action;
import dev.countersign.workflow.Retriable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Optional;

/// Puts an approved file where whoever has its address can read it. The bucket is asked whether it
/// is there.
@ApplicationScoped
public class PublishPerformer implements EffectPerformer {
  private final Published published;
  private final Publication publication;

  PublishPerformer(Published published, Publication publication) {
    this.published = published;
    this.publication = publication;
  }

  @Override
  public String kind() {
    return Publication.KIND;
  }

  @Override
  public Optional<String> objection(Action action, Collection<String> inputs) {
    try {
      var _ = publication.place(action);
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of("The target is " + e.getMessage() + ".");
    }
  }

  @Override
  public Attempt perform(ApprovedAction permission, Action action) {
    try {
      var place = publication.place(action);
      published.write(place, action.payload(), action.mediaType());
      return new Attempt.Done(action.target());
    } catch (Retriable _) {
      return new Attempt.Unknown("The bucket did not say whether it took the file.");
    }
  }

  @Override
  public WhatBecame ask(UnknownAction permission, Action action) {
    try {
      return published.exists(publication.place(action))
          ? new WhatBecame.Happened(action.target())
          : new WhatBecame.DidNot("The bucket does not have the file.");
    } catch (Retriable _) {
      return new WhatBecame.AskLater("The bucket did not answer.");
    }
  }
}
