package dev.countersign.page;

import io.quarkus.qute.TemplateInstance;
import org.jspecify.annotations.Nullable;

/// Says that the session here is over.
///
/// @param onward where the session at the issuer ends; null when it has no such address
record SignedOutPage(Frame frame, @Nullable String onward) implements TemplateInstance {}
