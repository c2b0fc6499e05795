package dev.countersign.page;

import org.jspecify.annotations.Nullable;

/// What surrounds every page.
///
/// @param section which entry of the menu it belongs to: `jobs`, `new`, `approvals`, `outbox`
/// @param who the signed-in address; null on the page behind a link, which has no menu
/// @param canLeave whether there is a session that can be signed out of
/// @param outbox whether this deployment keeps its mail for reading
/// @param refreshSeconds after which the page loads itself again; null when it does not
public record Frame(
    String title,
    String section,
    @Nullable String who,
    boolean canLeave,
    boolean outbox,
    @Nullable Integer refreshSeconds) {
  Frame refreshing(int seconds) {
    return new Frame(title, section, who, canLeave, outbox, seconds);
  }
}
