package dev.countersign.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.worker.ToldOfEverything.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The samples in the docs are what goes out: `-Dcountersign.write-docs=true` writes them, and the
/// HTML of each mail to a folder, to be looked at.
class NotificationSamplesTest {
  private static final Path DOC = Path.of("docs", "notifications.md");
  private static final Path LOOK = Path.of("target", "local", "notifications");
  private static final String BEGIN = "<!-- samples: written by a test -->\n";

  @Test
  void the_docs_show_every_message_as_it_goes_out() throws IOException {
    try (var told = ToldOfEverything.of(new TestEngine())) {
      var samples = new LinkedHashMap<String, Message>();
      told.messages().stream()
          .filter(message -> !message.kind().contains("-request"))
          .forEach(message -> samples.putIfAbsent(message.kind(), message));
      var written =
          samples.values().stream()
              .map(NotificationSamplesTest::sample)
              .collect(Collectors.joining("\n"));
      var doc = Files.readString(DOC);
      var head = doc.substring(0, doc.indexOf(BEGIN) + BEGIN.length());
      if (Boolean.getBoolean("countersign.write-docs")) write(head + "\n" + written, samples);

      assertThat(Files.readString(DOC)).isEqualTo(head + "\n" + written);
    }
  }

  private static String sample(Message message) {
    return "### %s\n\n```\n%s\n```\n".formatted(message.kind(), steady(message.text()).strip());
  }

  /// What differs from run to run is replaced.
  private static String steady(String text) {
    return text.replace("\r\n", "\n")
        .replaceAll("/review/[A-Za-z0-9._-]+", "/review/TOKEN")
        .replaceAll("job_[0-9a-f-]{36}", "job_0199...")
        .replaceAll("apr_[0-9a-f-]{36}", "apr_0199...")
        .replaceAll("(?<![0-9A-Fa-f-])[0-9A-F]{4}-[0-9A-F]{4}(?![0-9A-Fa-f-])", "7F3A-91C2");
  }

  private static void write(String doc, Map<String, Message> samples) throws IOException {
    Files.writeString(DOC, doc);
    Files.createDirectories(LOOK);
    for (var message : samples.values())
      if (!message.html().isEmpty())
        Files.writeString(
            LOOK.resolve(message.kind().replaceAll("[^a-z]+", "-") + ".html"), message.html());
  }
}
