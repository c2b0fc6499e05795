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
}
