/// The pages, walked through by people at a real browser: Chromium with Playwright, against the one
/// process with its embedded services. No test reaches past the pages and the mail, except for the
/// clock, which they may move.
@NullMarked
package dev.countersign.browser;

import org.jspecify.annotations.NullMarked;
