package dev.countersign.model;

import dev.countersign.workflow.Answered;
import dev.countersign.workflow.ModelFault;
import dev.countersign.workflow.ModelTask;
import dev.countersign.workflow.Models;

/// No model is set up: everything works by rule.
public record NoModels() implements Models {
  @Override
  public boolean configured() {
    return false;
  }

  @Override
  public <T> Answered<T> ask(ModelTask<T> task) {
    throw ModelFault.notConfigured();
  }

  @Override
  public <T> Answered<T> askAtLength(ModelTask<T> task) {
    throw ModelFault.notConfigured();
  }
}
