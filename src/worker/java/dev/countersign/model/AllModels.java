package dev.countersign.model;

import dev.countersign.job.Job;
import dev.countersign.workflow.Models;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/// What steps ask models with: all there is, or the word that there is none.
@ApplicationScoped
public class AllModels {
  private final Provider provider;
  private final MakeCall calls;
  private final StoreOnce store;

  AllModels(Provider provider, MakeCall calls, StoreOnce store) {
    this.provider = provider;
    this.calls = calls;
    this.store = store;
  }

  /// @param until when the try of the job's step ends
  public Models of(Job held, Instant until) {
    return provider.configured()
        ? new StepModels(new Held(held, until), calls, store)
        : new NoModels();
  }
}
