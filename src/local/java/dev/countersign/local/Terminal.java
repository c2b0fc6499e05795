package dev.countersign.local;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/// Tells the person at the terminal how the job goes: a line for each step that ended and, on a
/// real terminal, a bar for the one that runs.
final class Terminal {
  private static final int BAR = 24;
  private static final String ERASE_LINE = "\r\u001b[2K";

  private final PrintStream out;
  private final boolean live;

  Terminal(PrintStream out, boolean live) {
    this.out = out;
    this.live = live;
  }

  @SuppressWarnings("SystemConsoleNull") // JDK 25 is back to null where output goes to a file
  static Terminal ofThisProcess() {
    var console = System.console();
    return new Terminal(System.out, console != null && console.isTerminal());
  }

  void line(String text) {
    out.println((live ? ERASE_LINE : "") + text);
    out.flush();
  }

  /// A step that ended, or ended for now.
  void step(StepLine step) {
    line("  " + step.asText());
  }

  /// The bar, drawn over the one before. Where nothing can be drawn over, nothing is drawn.
  ///
  /// @param done how many of `all` steps are done
  void bar(int done, int all, StepLine now) {
    if (!live) return;
    int full = all == 0 ? 0 : BAR * done / all;
    out.print(
        "%s[%s%s] %d/%d  %s"
            .formatted(
                ERASE_LINE, "#".repeat(full), "-".repeat(BAR - full), done, all, now.asText()));
    out.flush();
  }

  void clearBar() {
    if (live) out.print(ERASE_LINE);
    out.flush();
  }

  /// One step in one line.
  record StepLine(String name, String state, int attempts, Duration elapsed) {
    String asText() {
      return String.format(
          Locale.ROOT,
          "%-9s %-8s %s  %5.1f s",
          name,
          state,
          attempts == 1 ? "1 attempt " : attempts + " attempts",
          elapsed.toMillis() / 1000.0);
    }
  }
}
