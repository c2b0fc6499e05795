package dev.countersign.workflow;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/// Puts every workflow that is a bean into the catalog.
@ApplicationScoped
class RegisteredWorkflows {
  @Produces
  @Singleton
  Catalog catalog(@All List<Workflow> workflows) {
    return new Catalog(workflows);
  }
}
