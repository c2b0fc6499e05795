package dev.countersign.page;

import dev.countersign.http.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;

/// Makes the frame of a page for who is looking.
@RequestScoped
class Frames {
  private final Caller caller;
  private final Instance<Outbox> outbox;

  Frames(Caller caller, Instance<Outbox> outbox) {
    this.caller = caller;
    this.outbox = outbox;
  }

  Frame of(String title, String section) {
    return new Frame(
        title, section, caller.address(), caller.canLeave(), outbox.isResolvable(), null);
  }

  String who() {
    return caller.address();
  }

  /// For the page behind a link: whoever holds it sees it, and nothing else.
  static Frame bare(String title) {
    return new Frame(title, "", null, false, false, null);
  }
}
