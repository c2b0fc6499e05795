package dev.countersign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `docs/performance.md`: each benchmark writes its own section and leaves the others as they are.
public final class PerformancePage {
  private static final Path PAGE = Path.of("docs/performance.md");

  private PerformancePage() {}

  /// Puts what was measured in the place of the section's former text.
  ///
  /// @param heading of a section that is there
  public static void put(String heading, String text) throws IOException {
    var section = Pattern.compile("(?ms)^## " + Pattern.quote(heading) + "\n.*?(?=^## |\\z)");
    var found = section.matcher(Files.readString(PAGE));
    if (!found.find()) throw new IllegalArgumentException(PAGE + " has no section " + heading);
    var written = "## %s\n%s\n%s\n\n".formatted(heading, text.strip(), measured());
    Files.writeString(PAGE, found.replaceFirst(Matcher.quoteReplacement(written)).strip() + "\n");
  }

  private static String measured() {
    return "\nMeasured %s on %s %s, %d processors, Java %s."
        .formatted(
            LocalDate.now(ZoneOffset.UTC),
            System.getProperty("os.name"),
            System.getProperty("os.arch"),
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("java.version"));
  }
}
