package dev.countersign.page;

import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The mail that was sent and kept, and one of it opened.
///
/// @param opened null in the list
record OutboxPage(Frame frame, List<Line> mails, @Nullable Line opened)
    implements TemplateInstance {
  record Line(Outbox.KeptMail mail, @Nullable MailPreview content) {}
}
