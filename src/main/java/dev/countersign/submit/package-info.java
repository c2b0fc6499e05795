/// The use cases of people who submit: submitting, canceling, retrying, uploading. Answers are
/// values that HTTP translates.
@NullMarked
package dev.countersign.submit;

import org.jspecify.annotations.NullMarked;
