package dev.countersign.notify;

import java.net.URI;
import java.util.List;

/// A notification to one person, before it is set as text or as HTML. It has one link.
///
/// @param kicker why it comes, in a few words
/// @param tone what the kicker's colour says
/// @param headline what it is about, in one sentence
/// @param paragraphs sentences, the weightiest first
/// @param facts by name, in order
/// @param lists further on, each with its heading
/// @param label of the link
/// @param small what stands below, in small print
record Letter(
    String subject,
    String kicker,
    Tone tone,
    String headline,
    List<String> paragraphs,
    List<Fact> facts,
    List<Points> lists,
    String label,
    URI link,
    List<String> small) {
  Letter {
    paragraphs = List.copyOf(paragraphs);
    facts = List.copyOf(facts);
    lists = List.copyOf(lists);
    small = List.copyOf(small);
  }

  enum Tone {
    ASKS("#1d4ed8"),
    URGENT("#b45309"),
    GOOD("#15803d"),
    BAD("#b91c1c"),
    QUIET("#475569");

    private final String colour;

    Tone(String colour) {
      this.colour = colour;
    }

    String colour() {
      return colour;
    }
  }

  /// @param strong whether it is set larger
  record Fact(String name, String value, boolean strong) {
    Fact(String name, String value) {
      this(name, value, false);
    }
  }

  record Points(String heading, List<String> points) {
    Points {
      points = List.copyOf(points);
    }
  }
}
