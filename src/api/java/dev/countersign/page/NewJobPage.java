package dev.countersign.page;

import dev.countersign.workflow.Workflow;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The form to submit a job.
///
/// @param key makes sending the form twice one submission
/// @param promise whose approval the job will wait for; null where nobody's
/// @param limits what the job may take at most; null while no workflow is chosen
/// @param given what was filled in before, by field
record NewJobPage(
    Frame frame,
    List<Workflow> workflows,
    @Nullable Workflow chosen,
    String formToken,
    String key,
    Room room,
    @Nullable String promise,
    @Nullable Limits limits,
    Map<String, String> given,
    @Nullable String mistake)
    implements TemplateInstance {}
