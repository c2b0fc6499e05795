package dev.countersign.workflow;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// An answer to a question, as it stands in `answer.json` and in the response.
///
/// @param model the one that answered; absent when none did
/// @param note who answered, and what a reader should know of that
/// @param stated whether the documents say anything to the question
/// @param unsupported sentences of a model that stand on nothing in the documents: not part of the
///   answer
/// @param searched every page that was looked at
/// @param instructions text of the documents that tries to tell its reader what to do; it changed
///   nothing
/// @param gaps what could not be read
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Answer(
    int schema,
    String question,
    By by,
    @Nullable String model,
    String note,
    boolean stated,
    List<Sentence> sentences,
    List<String> unsupported,
    List<Searched> searched,
    List<Place> instructions,
    List<String> gaps) {
  public static final int SCHEMA = 1;

  public Answer {
    sentences = List.copyOf(sentences);
    unsupported = List.copyOf(unsupported);
    searched = List.copyOf(searched);
    instructions = List.copyOf(instructions);
    gaps = List.copyOf(gaps);
  }

  /// Whose words the sentences are.
  @RegisterForReflection
  public enum By {
    /// The documents' own, found by their words.
    RULES,
    MODEL;

    @JsonValue
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// @param places where it stands; at least one
  @RegisterForReflection
  public record Sentence(String text, List<Place> places) {
    public Sentence {
      places = List.copyOf(places);
      if (places.isEmpty()) throw new IllegalArgumentException("a sentence stands somewhere");
    }
  }

  /// Words that were found at a page.
  ///
  /// @param source the document's id
  /// @param document its file name
  /// @param page from 1
  @RegisterForReflection
  public record Place(String source, String document, int page, String quote) {}

  /// The pages of a document that were looked at.
  @RegisterForReflection
  public record Searched(String source, String document, List<Integer> pages) {
    public Searched {
      pages = List.copyOf(pages);
    }
  }
}
