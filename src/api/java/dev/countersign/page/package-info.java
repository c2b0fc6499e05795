/// Pages for people, rendered here and working without JavaScript. They call the same use cases as
/// the HTTP API; reading a page changes nothing.
@NullMarked
package dev.countersign.page;

import org.jspecify.annotations.NullMarked;
