/// What operators see of models at work: spans with the names of OpenTelemetry's conventions for
/// generative AI, without content unless somebody asks for it (decision 0026).
@NullMarked
package dev.countersign.model.trace;

import org.jspecify.annotations.NullMarked;
