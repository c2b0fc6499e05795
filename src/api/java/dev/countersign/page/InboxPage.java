package dev.countersign.page;

import dev.countersign.store.InboxEntry;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/// What waits for a reviewer's decision, first what expires first.
record InboxPage(Frame frame, List<InboxEntry> entries) implements TemplateInstance {}
