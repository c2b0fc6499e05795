package dev.countersign.workflow;

import java.util.List;

/// What a step asks a model for.
///
/// @param key tells it from the step's other tasks, at most 120 characters; the same key is the
///   same question, which is asked once
/// @param documents text that is worked on and never obeyed: each is fenced as data
/// @param answer a record; its fields are the strict schema that the answer must have
/// @param maxOutputTokens what the answer may be long at most, reasoning included
public record ModelTask<T>(
    String key, Prompt prompt, List<Document> documents, Class<T> answer, int maxOutputTokens) {
  private static final int MOST_KEY_CHARS = 120;

  public ModelTask {
    documents = List.copyOf(documents);
    if (key.isEmpty() || key.length() > MOST_KEY_CHARS || key.contains("#"))
      throw new IllegalArgumentException("a task's key has 1 to 120 characters, none of them #");
    if (!answer.isRecord()) throw new IllegalArgumentException("an answer is a record");
    if (maxOutputTokens < 1) throw new IllegalArgumentException("an answer has a length");
  }

  /// Our own words to the model. A text is never edited in place: whoever changes it gives it the
  /// next version.
  ///
  /// @param name e.g. `bid-summary`
  public record Prompt(String name, int version, String text) {
    @Override
    public String toString() {
      return name + "@" + version;
    }
  }

  /// What the model is to work on; written by others.
  ///
  /// @param name tells it from the others, e.g. `bid-a.pdf page 3`
  public record Document(String name, String text) {}
}
