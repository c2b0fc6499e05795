package dev.countersign.effect;

import dev.countersign.workflow.Artifact;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An e-mail to one address, before it is rendered.
///
/// @param html the same message for mail readers that show it; null for plain text only
/// @param stamp what would otherwise differ between two renderings
/// @param thread for a notification: the ids of those before it that it belongs to, the oldest
///   first; null for what is no notification
public record Email(
    String to,
    String subject,
    String text,
    @Nullable String html,
    List<Artifact> attachments,
    Stamp stamp,
    @Nullable List<String> thread) {
  public Email {
    attachments = List.copyOf(attachments);
    thread = thread == null ? null : List.copyOf(thread);
  }

  public Email(
      String to,
      String subject,
      String text,
      @Nullable String html,
      List<Artifact> attachments,
      Stamp stamp) {
    this(to, subject, text, html, attachments, stamp, null);
  }

  /// Fixes a message's identity: its Message-ID, boundaries and Date.
  ///
  /// @param id unique for the message; letters, digits, `.`, `_` and `-`, at most 60
  public record Stamp(String id, Instant at) {
    public Stamp {
      if (!id.matches("[A-Za-z0-9._-]{1,60}"))
        throw new IllegalArgumentException("not a message stamp: " + id);
    }
  }
}
