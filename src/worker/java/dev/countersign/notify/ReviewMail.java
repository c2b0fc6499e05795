package dev.countersign.notify;

import dev.countersign.approval.ProposalDigest;
import dev.countersign.effect.Email;
import dev.countersign.job.Gate;
import dev.countersign.job.Job;
import java.net.URI;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// The mail that asks one person for one decision: what it would do, until when, one link, and a
/// short code that is also on the page. Fixed by the gate, so that a second one is the same mail.
final class ReviewMail {
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private ReviewMail() {}

  /// @param reminder its number; 0 for the request itself
  static Email of(Job job, Gate gate, String summary, String reviewer, URI link, int reminder) {
    var code = ProposalDigest.shortCode(gate.digest());
    var until = WHEN.format(gate.expiresAt());
    return new Email(
        reviewer,
        "%s until %s: %s [%s]"
            .formatted(reminder == 0 ? "Please decide" : "Still to decide", until, summary, code),
        text(job, summary, until, code, link),
        html(job, summary, until, code, link),
        List.of(),
        new Email.Stamp(stamp(gate, reviewer, reminder), gate.proposedAt()));
  }

  private static String text(Job job, String summary, String until, String code, URI link) {
    return """
    %s

    This is proposed by the job "%s" and happens only if you approve it.
    Look at it and decide here:

    %s

    Until: %s. Silence means that nothing happens.
    Code: %s (the page shows the same one)

    The link is for you alone; opening it decides nothing.
    """
        .formatted(summary, job.title(), link, until, code);
  }

  private static String html(Job job, String summary, String until, String code, URI link) {
    return """
    <!doctype html><html lang="en"><body style="font-family:sans-serif;line-height:1.5">
    <p><strong>%s</strong></p>
    <p>This is proposed by the job &ldquo;%s&rdquo; and happens only if you approve it.</p>
    <p><a href="%s">Look at it and decide</a></p>
    <p>Until %s. Silence means that nothing happens.<br>
    Code: <strong>%s</strong> (the page shows the same one)</p>
    <p>The link is for you alone; opening it decides nothing.</p>
    </body></html>
    """
        .formatted(escaped(summary), escaped(job.title()), escaped(link.toString()), until, code);
  }

  /// The same for the same request to the same person.
  private static String stamp(Gate gate, String reviewer, int reminder) {
    var whose = ProposalDigest.sha256(reviewer.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    var request = gate.approval().value() + "." + whose.substring(0, 8);
    return reminder == 0 ? request : request + ".r" + reminder;
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
