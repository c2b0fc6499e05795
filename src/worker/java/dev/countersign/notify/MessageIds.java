package dev.countersign.notify;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.countersign.approval.ProposalDigest;
import dev.countersign.job.JobId;
import java.util.Locale;

/// What identifies a mail: the same for the same job, revision, person and kind, so that one that
/// goes out twice is one to whoever gets it.
final class MessageIds {
  private MessageIds() {}

  /// @param kind letters and digits, at most 6
  static String of(JobId job, int revision, String person, String kind) {
    return "%s.r%d.%s".formatted(thread(job, person), revision, kind);
  }

  /// What all mails of a job to that person refer to; no mail has it.
  static String thread(JobId job, String person) {
    var whose = ProposalDigest.sha256(person.toLowerCase(Locale.ROOT).getBytes(UTF_8));
    return job.value().replace("-", "") + "." + whose.substring(0, 8);
  }
}
