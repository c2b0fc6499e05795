/// Runs the packages as Lambda runs them: a process each under AWS's runtime interface client, fed
/// by doubles of the event sources that `template.yaml` names. No product code is called from here.
@NullMarked
package dev.countersign.lambda;

import org.jspecify.annotations.NullMarked;
