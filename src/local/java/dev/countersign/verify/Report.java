package dev.countersign.verify;

import java.util.ArrayList;
import java.util.List;

/// What was checked of a receipt, one line a check, in the order in which it was.
final class Report {
  /// How a check came out.
  enum Mark {
    OK("ok"),
    /// Differs from what was signed, or cannot be trusted.
    WRONG("WRONG"),
    /// Could not be looked at; nothing differs so far.
    UNCHECKED("unchecked"),
    /// Worth knowing; nothing differs.
    NOTE("note");

    private final String shown;

    Mark(String shown) {
      this.shown = shown;
    }
  }

  /// @param part the section, file or check that it is about
  record Line(Mark mark, String part, String words) {
    @Override
    public String toString() {
      return "%-9s %-14s %s".formatted(mark.shown, part, words);
    }
  }

  private final List<Line> lines = new ArrayList<>();

  void ok(String part, String words) {
    lines.add(new Line(Mark.OK, part, words));
  }

  void wrong(String part, String words) {
    lines.add(new Line(Mark.WRONG, part, words));
  }

  void unchecked(String part, String words) {
    lines.add(new Line(Mark.UNCHECKED, part, words));
  }

  void note(String part, String words) {
    lines.add(new Line(Mark.NOTE, part, words));
  }

  /// Says so only when nothing of that part was wrong before.
  void okUnlessWrong(String part, String words) {
    if (wrong().stream().noneMatch(line -> line.part().equals(part))) ok(part, words);
  }

  List<Line> lines() {
    return List.copyOf(lines);
  }

  List<Line> wrong() {
    return lines.stream().filter(line -> line.mark() == Mark.WRONG).toList();
  }

  /// What can be said of all of it, and with which exit code `make verify` says so.
  enum Verdict {
    HOLDS(0, "The receipt holds."),
    DIFFERS(1, "The receipt does NOT hold: see WRONG above."),
    UNSIGNED(
        3,
        "Every hash is right, but the signature is unchecked: this does not show who made it."
            + " Give KEYS=countersign-keys.json of the deployment.");

    final int exitCode;
    final String words;

    Verdict(int exitCode, String words) {
      this.exitCode = exitCode;
      this.words = words;
    }
  }

  Verdict verdict() {
    if (!wrong().isEmpty()) return Verdict.DIFFERS;
    return lines.stream().anyMatch(line -> line.mark() == Mark.UNCHECKED)
        ? Verdict.UNSIGNED
        : Verdict.HOLDS;
  }
}
