package dev.countersign.page;

import io.quarkus.qute.TemplateExtension;

/// Labels and tones of public statuses.
@TemplateExtension
final class StatusWords {
  private StatusWords() {}

  static String label(String status) {
    return switch (status) {
      case "queued" -> "Queued";
      case "running" -> "Working";
      case "needs_review" -> "Needs review";
      case "approved" -> "Approved, being sent";
      case "completed" -> "Done";
      case "rejected" -> "Rejected";
      case "failed" -> "Stopped, needs a person";
      case "canceled" -> "Canceled";
      case "expired" -> "Expired, nothing sent";
      case "open" -> "Waiting for a decision";
      case "changes_requested" -> "Changes requested";
      default -> Words.plain(status);
    };
  }

  /// The state of a step.
  static String stepWords(String state) {
    return switch (state) {
      case "pending" -> "to come";
      case "running" -> "working";
      case "waiting" -> "waiting";
      case "done" -> "done";
      case "failed" -> "failed";
      default -> state;
    };
  }

  /// How an effect stands.
  static String standing(String standing) {
    return switch (standing) {
      case "planned" -> "proposed";
      case "approved" -> "about to be done";
      case "attempting" -> "being done";
      case "prevented" -> "not done";
      case "unknown" -> "nobody knows";
      default -> standing;
    };
  }

  /// A class of the style sheet: how much it asks for attention.
  static String tone(String status) {
    return switch (status) {
      case "needs_review", "open", "medium" -> "attention";
      case "failed", "unknown", "high", "unsupported" -> "bad";
      case "completed", "approved", "done" -> "good";
      case "running", "queued" -> "active";
      default -> "quiet";
    };
  }
}
