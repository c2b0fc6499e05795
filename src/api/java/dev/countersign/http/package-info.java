/// The HTTP API: parses, calls one use case, translates the answer. Every error is a problem (RFC
/// 9457) with a remedy; GET, HEAD and OPTIONS change nothing. No state is decided here.
@NullMarked
package dev.countersign.http;

import org.jspecify.annotations.NullMarked;
