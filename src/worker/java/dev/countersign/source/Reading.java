package dev.countersign.source;

import java.util.List;

/// What a reader got out of a file.
record Reading(List<Page> pages, List<Gap> gaps) {
  Reading {
    pages = List.copyOf(pages);
    gaps = List.copyOf(gaps);
  }

  static Reading nothing(Gap gap) {
    return new Reading(List.of(), List.of(gap));
  }

  /// The same, or nothing with one reason when no page has any text.
  Reading orNothing(String name, boolean cutOff) {
    if (pages.stream().anyMatch(page -> !page.text().isBlank() || !page.hidden().isEmpty())) {
      return this;
    }
    if (cutOff) return nothing(Gap.damaged(name));
    boolean unreadable = gaps.stream().anyMatch(gap -> gap.kind().equals("page_unreadable"));
    return nothing(unreadable ? Gap.damaged(name) : Gap.noText(name));
  }
}
