package dev.countersign.page;

import dev.countersign.http.Ledger.LedgerView;
import io.quarkus.qute.TemplateInstance;
import org.jspecify.annotations.Nullable;

/// What a job did and did not do, and the forms to say what became of what is unknown.
///
/// @param seen the job's tag as it was when this was shown
/// @param mistake why what was said was not recorded
record LedgerPage(
    Frame frame, LedgerView ledger, String seen, String formToken, @Nullable String mistake)
    implements TemplateInstance {}
