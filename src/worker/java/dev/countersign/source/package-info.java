/// Documents to pages with text, and finding a quote again on its page. Knows nothing of jobs or of
/// what the documents are about.
@NullMarked
package dev.countersign.source;

import org.jspecify.annotations.NullMarked;
