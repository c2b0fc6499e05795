package dev.countersign.workflow;

/// Language models, as a step may ask them. Every call is reserved against the job's budget before
/// it is made and written down after; an answer that was stored is never asked for again, so a step
/// may call these anew on each try. What is asked for and what comes back is data: neither can do
/// anything.
public interface Models {
  /// Whether a model can be asked at all. Where none can, work by rule and say so.
  boolean configured();

  /// The answer, asked for while this try waits: for what usually takes under a minute.
  ///
  /// @throws ModelFault when there will be none; a step falls back to its rules, or lets it fail
  /// @throws Park when the step must wait first; let it pass
  <T> Answered<T> ask(ModelTask<T> task);

  /// The same in the provider's background mode, where it has one: the job waits without a worker,
  /// for minutes or hours.
  ///
  /// @throws ModelFault when there will be none
  /// @throws Park while it is on its way; let it pass
  <T> Answered<T> askAtLength(ModelTask<T> task);
}
