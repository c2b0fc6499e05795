package dev.countersign.page;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What became of a request that is not open any more.
///
/// @param tone a class of the style sheet
/// @param recorded how it is on record: who, when, which digest; null when nobody decided
/// @param effects what came of it, one by one
/// @param moving whether more is about to happen by itself
/// @param newer what is asked now in its place
record Settled(
    String title,
    String tone,
    String sentence,
    @Nullable String recorded,
    List<Became> effects,
    boolean moving,
    @Nullable Newer newer) {
  Settled {
    effects = List.copyOf(effects);
  }

  /// An effect and what came of it.
  ///
  /// @param reference what the receiver calls it
  record Became(
      String kind, String target, String standing, Instant at, @Nullable String reference) {}

  /// @param before the revision that it takes the place of
  /// @param href where it is decided on; null when this reader has no way there from here
  /// @param difference from what was asked before
  record Newer(
      int before,
      @Nullable String href,
      int revision,
      String code,
      String summary,
      Difference difference) {}
}
