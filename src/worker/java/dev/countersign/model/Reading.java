package dev.countersign.model;

import java.util.List;

/// What came of reading a model's text as a record. What is wrong with it is said so that the model
/// can mend it: places and expectations, never what stood there.
public sealed interface Reading<T> {
  record Read<T>(T value) implements Reading<T> {}

  /// It is no JSON.
  record NotJson<T>(String why) implements Reading<T> {}

  /// It is JSON, but not what was asked for; at most ten places are named.
  record WrongShape<T>(List<String> problems) implements Reading<T> {
    public WrongShape {
      problems = List.copyOf(problems);
    }
  }
}
