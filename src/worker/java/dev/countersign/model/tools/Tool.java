package dev.countersign.model.tools;

import dev.countersign.workflow.EffectClass;

/// Something that an agent may use, in one class. It gets arguments that were held against the
/// record's schema, and the documents of its job; it has nothing else to work with. The same
/// arguments give the same answer.
///
/// @param <A> its arguments; each component's name is the argument's
public interface Tool<A extends Record> {
  /// How the model calls it: lower-case letters, digits and `_`.
  String name();

  /// What it is good for and how it is asked, for the model.
  String description();

  /// What it does to the world. From `write` on it cannot be an agent's: a step proposes such an
  /// action at its gate instead.
  EffectClass effect();

  Class<A> arguments();

  ToolAnswer use(A arguments, Library library);
}
