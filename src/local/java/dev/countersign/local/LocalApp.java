package dev.countersign.local;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.model.openai.SayWhoIsAsked;
import dev.countersign.page.Outbox.KeptMail;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// What happens once HTTP answers: the workers start, the sample is submitted if that was asked
/// for, and the process serves until it is stopped.
public class LocalApp implements QuarkusApplication {
  private static final Duration LINK_WITHIN = Duration.ofSeconds(20);
  private static final Duration LOOK_EVERY = Duration.ofMillis(200);

  private final LocalWorkers workers;
  private final OutboxFolder outbox;
  private final InstantSource clock;
  private final SayWhoIsAsked models;
  private final URI url;
  private final Terminal terminal = Terminal.ofThisProcess();

  LocalApp(
      LocalWorkers workers,
      OutboxFolder outbox,
      InstantSource clock,
      SayWhoIsAsked models,
      @ConfigProperty(name = "countersign.public-url") URI url) {
    this.workers = workers;
    this.outbox = outbox;
    this.clock = clock;
    this.models = models;
    this.url = url;
  }

  @Override
  public int run(String... arguments) throws Exception {
    int left = workers.start();
    terminal.line(
        "Serving at %s/ui (submitter, reviewer, operator; the name is the password)"
            .formatted(url));
    terminal.line(models.line());
    if (left > 0) terminal.line("Going on with %d unfinished jobs".formatted(left));
    try {
      if (Wish.of(arguments) instanceof Wish.Run(var folder)) sample(SamplePacket.in(folder));
      Quarkus.waitForExit();
    } finally {
      workers.stop();
    }
    return 0;
  }

  private void sample(SamplePacket packet) throws IOException, InterruptedException {
    var submitted = clock.instant();
    try {
      var job = new SampleRun(new JobsClient(url), terminal, clock).of(packet);
      tell(job, submitted);
    } catch (LocalFault e) {
      terminal.line(e.said());
    }
    terminal.line("Still serving; Ctrl-C stops.");
  }

  private void tell(JsonNode job, Instant submitted) throws IOException, InterruptedException {
    String id = job.path("id").asText();
    terminal.line("%s: %s".formatted(job.path("status").asText(), job.path("sentence").asText()));
    terminal.line("The job     %s/ui/jobs/%s".formatted(url, id));
    if (!job.path("status").asText().equals("needs_review")) return;
    terminal.line("The outbox  %s/ui/outbox".formatted(url));
    terminal.line(
        "Decide here %s"
            .formatted(
                reviewLink(submitted)
                    .map(URI::toString)
                    .orElse("(no link was mailed yet; look at the outbox)")));
  }

  /// The mail to the reviewer goes out right after the gate is there.
  private Optional<URI> reviewLink(Instant submitted) throws IOException, InterruptedException {
    var until = clock.instant().plus(LINK_WITHIN);
    while (clock.instant().isBefore(until)) {
      for (KeptMail mail : outbox.newest(10)) {
        if (mail.received().isBefore(submitted)) continue;
        var link = ReviewLinkInMail.in(outbox.message(mail.id()).orElseThrow());
        if (link.isPresent()) return link;
      }
      Thread.sleep(LOOK_EVERY);
    }
    return Optional.empty();
  }
}
