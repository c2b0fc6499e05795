/// Reads `template.yaml` as CloudFormation does: short forms, conditions, names. Knows nothing of
/// what is in it.
@NullMarked
package dev.countersign.lambda.template;

import org.jspecify.annotations.NullMarked;
